import { App } from 'aws-cdk-lib';
import { nominera } from './nominera.ts';

nominera(new App());
