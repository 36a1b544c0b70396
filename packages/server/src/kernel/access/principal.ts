import type { Actor, EnvironmentKeyKind, Place, Statement } from '@latchkey/model';

/** Who is asking, after the credential was verified: a person, a token, an application's key, a connection, or the product itself. */
export type Principal =
  | {
      readonly kind: 'member';
      readonly id: string;
      readonly name: string;
      readonly email: string;
      readonly roles: readonly string[];
      readonly statements: readonly Statement[];
      /** Present when a browser session asks: unsafe methods must carry the same value. */
      readonly sessionIdHash: string;
    }
  | {
      readonly kind: 'token';
      readonly id: string;
      readonly name: string;
      readonly roles: readonly string[];
      readonly statements: readonly Statement[];
    }
  | {
      readonly kind: 'key';
      readonly id: string;
      readonly name: string;
      readonly keyKind: EnvironmentKeyKind;
      readonly place: Place;
    }
  | {
      readonly kind: 'connection';
      readonly id: string;
      readonly name: string;
      readonly statements: readonly Statement[];
    }
  | { readonly kind: 'system'; readonly id: string; readonly name: string };

export const actorOf = ({ kind, id, name }: Principal): Actor => ({ kind, id, name });
