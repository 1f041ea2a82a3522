import { CloudFormationClient, GetTemplateCommand, paginateListStacks } from '@aws-sdk/client-cloudformation';

/** In a template as it was deployed, be it YAML or JSON. */
const ROUTE_KEY = /\bRouteKey["']?: *["']?([A-Z]+ \/[^\s"',]*)/gu;

/** The routes of the HTTP API that is deployed, as `GET /path/{parameter}`. */
export const deployedRoutes = async (): Promise<readonly string[]> => {
  const client = new CloudFormationClient({});
  const found: string[] = [];
  for await (const { StackSummaries = [] } of paginateListStacks({ client }, {})) {
    for (const { StackName } of StackSummaries) {
      const { TemplateBody = '' } = await client.send(new GetTemplateCommand({ StackName }));
      found.push(...[...TemplateBody.matchAll(ROUTE_KEY)].map(([, route]) => String(route)));
    }
  }
  return found.sort();
};
