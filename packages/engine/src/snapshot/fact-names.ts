/** Words that licence systems have for three of them. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['entitlement.planType', 'latchkey.planType'],
  ['entitlement.subscriptionStatus', 'latchkey.subscriptionStatus'],
  ['entitlement.orderQuantity', 'latchkey.orderQuantity'],
]);

/** The fact that an attribute of a clause means, or null. No context can bring attributes of these names. */
export function factOf(attribute: unknown): string | null {
  if (typeof attribute !== 'string') return null;
  const name = attribute.startsWith('/') ? attribute.slice(1) : attribute;
  return name.startsWith('latchkey.') ? name : (synonyms.get(name) ?? null);
}
