/** What one sheet says: the customer's values and the facts that apply, with no word of wording and no geometry. */

import type { Customer } from '../customers/customer.js';
import type { Provider } from '../provider/provider.js';

/** facts.md §1: P/I = POP/IMAP, S/M = one or several devices, K/D/N = kept, deleted, no such setting; U = undecided. */
export type Kind = 'PSK' | 'PSD' | 'PSN' | 'PMK' | 'PMD' | 'PMN' | 'IS' | 'IM' | 'U';

export type Edition = 'normal' | 'large';
export type FactId = string & { readonly flavour?: 'fact-id' };

/** Why a fact is printed or left out; `explain` is this list made readable. */
export interface FactDecision {
  readonly id: FactId;
  readonly printed: boolean;
  /** The condition or product rule that decided, e.g. `connection: IMAP` or `C1: allowPlain`. */
  readonly because: { readonly ja: string; readonly en: string };
  /** `added`: a sentence of our own (facts.md, rule on additions); `handout`: one of the 102. */
  readonly origin: 'handout' | 'added';
}

/** One row of the settings card. The code (A1, A2 …) names the same item in every kind, for support by telephone. */
export interface SettingsRow {
  readonly code: string;
  readonly item: string;
  readonly value: string;
  /** `identifier`: set in the monospaced face, never hyphenated; `blank`: a line to write on; `text`: plain words. */
  readonly form: 'identifier' | 'text' | 'blank';
  readonly note?: string;
  /** The handout's facts that this row prints. */
  readonly facts: readonly FactId[];
}

/** One character of a reading aid and how it is read aloud (オー大, ゼロ, エル小). */
export interface SpelledCharacter {
  readonly character: string;
  readonly reading: string;
}

export interface ReadingAid {
  readonly item: string;
  readonly characters: readonly SpelledCharacter[];
}

export interface Sheet {
  readonly customer: Customer;
  readonly provider: Provider;
  readonly kind: Kind;
  readonly edition: Edition;
  readonly issueDate: string;
  /** Names this printing of this record; a function of customer, profile, template revision and issue date. */
  readonly controlNumber: string;
  readonly settings: readonly SettingsRow[];
  readonly decisions: readonly FactDecision[];
  readonly readingAids: readonly ReadingAid[];
  /** Legend entries for look-alike characters that occur in the reading aids. */
  readonly legend: readonly SpelledCharacter[];
  /** What the QR code holds (the support page), where the profile has one. */
  readonly qrText?: string;
}
