interface Failures {
  count: number;
  /** Epoch milliseconds at which they are forgotten. */
  until: number;
}

const windowMilliseconds = 15 * 60_000;
/**
 * Failures within 15 minutes. One person at one address mistypes a few times. An account under attack from many
 * addresses stays open longer, so that strangers cannot lock somebody out from where they sit; an office shares an address.
 */
const failuresMax = { accountAtAddress: 5, account: 50, address: 50 };
/** About 2 MB. The oldest go first: an attacker who fills it still meets the limit of their address. */
const rememberedMax = 20_000;

/** Slows down guessing of passwords. In memory: each node counts for itself. */
export class SignInAttempts {
  readonly #failures = new Map<string, Failures>();

  /** How many accounts, addresses and pairs of them are remembered. */
  get size(): number {
    return this.#failures.size;
  }

  /** Seconds until another attempt is listened to; 0 when now. */
  secondsToWait(account: string, address: string, now: number): number {
    let until = now;
    for (const [key, max] of limits(account, address)) {
      const failures = this.#failures.get(key);
      if (failures && failures.count >= max) until = Math.max(until, failures.until);
    }
    return Math.ceil((until - now) / 1000);
  }

  /** Counted before the password is looked at, so that guesses made at once are counted too; see `succeeded`. */
  failed(account: string, address: string, now: number): void {
    for (const [key] of limits(account, address)) {
      const known = this.#failures.get(key);
      const failures = known && known.until > now ? known : { count: 0, until: now + windowMilliseconds };
      failures.count += 1;
      this.#failures.delete(key);
      this.#failures.set(key, failures);
    }
    for (const key of this.#failures.keys()) {
      if (this.#failures.size <= rememberedMax) break;
      this.#failures.delete(key);
    }
  }

  /**
   * The right password forgives the person at their address. Of the account elsewhere and of the address only this
   * attempt is taken back: others may still be guessing.
   */
  succeeded(account: string, address: string): void {
    const [[own], ...wider] = limits(account, address);
    this.#failures.delete(own);
    for (const [key] of wider) {
      const failures = this.#failures.get(key);
      if (failures) failures.count -= 1;
      if (failures && failures.count <= 0) this.#failures.delete(key);
    }
  }
}

function limits(account: string, address: string) {
  const name = account.toLowerCase();
  return [
    [`${name} at ${address}`, failuresMax.accountAtAddress],
    [`account ${name}`, failuresMax.account],
    [`address ${address}`, failuresMax.address],
  ] as const;
}
