/** A page of somebody else's with the published provider, as the tests open it in a browser. */
import { OFREPWebProvider } from '@openfeature/ofrep-web-provider';
import { type EvaluationContext, OpenFeature, ProviderEvents } from '@openfeature/web-sdk';

const heard: string[] = [];

Object.assign(globalThis, {
  async start(baseUrl: string, clientSideId: string, context: EvaluationContext): Promise<void> {
    for (const event of Object.values(ProviderEvents)) OpenFeature.addHandler(event, () => heard.push(event));
    await OpenFeature.setContext(context);
    const headers: [string, string][] = [['X-API-Key', clientSideId]];
    await OpenFeature.setProviderAndWait(new OFREPWebProvider({ baseUrl, headers }));
  },
  ask: (flag: string) => OpenFeature.getClient().getBooleanDetails(flag, true),
  become: (context: EvaluationContext) => OpenFeature.setContext(context),
  heard: () => heard,
});
