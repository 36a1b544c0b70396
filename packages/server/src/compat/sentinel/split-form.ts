import { z } from 'zod';
import { listOf, Reference } from './body.ts';

const receiver = {
  customer: Reference.exactOptional(),
  contact: z.strictObject({ emailId: z.string() }).exactOptional(),
};

/** Whose a draft becomes, where that was not said before. */
export const Enabled = z.strictObject(receiver);

export const SplitTransfer = z.strictObject({
  productKeys: listOf('productKey', z.strictObject({ pkId: z.string(), quantity: z.int().min(1) })),
  ...receiver,
  comments: z.string().max(4000).exactOptional(),
});
