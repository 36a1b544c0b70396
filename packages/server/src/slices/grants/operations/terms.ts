import { ChangeNote, Grant, GrantEffect } from '@latchkey/model';
import { z } from 'zod';

const { shape } = Grant;

/** What can be said about a grant when it is made, and when it is replaced by a better one. */
export const terms = {
  effect: GrantEffect,
  value: shape.value.unwrap().exactOptional(),
  unlimited: z.boolean().exactOptional(),
  reset: shape.reset.unwrap().exactOptional(),
  inherit: shape.inherit.exactOptional(),
  priority: shape.priority.exactOptional(),
  from: shape.from.exactOptional(),
  to: shape.to.exactOptional(),
  reason: shape.reason.exactOptional(),
  links: ChangeNote.shape.links.unwrap().exactOptional(),
};
