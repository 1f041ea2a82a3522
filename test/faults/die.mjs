/**
 * Loaded into the functions of a fault run. Each process names itself in the user agent of its calls, and dies without a
 * word at the await of a call that is answered with this header.
 */
import { subscribe } from 'node:diagnostics_channel';

process.env.AWS_SDK_UA_APP_ID = `${process.env.FAULTS_PART}.${process.pid}.${Date.now()}`;

subscribe('http.client.response.finish', ({ response }) => {
  if (response.headers['x-fault'] === 'die') process.kill(process.pid, 'SIGKILL');
});
