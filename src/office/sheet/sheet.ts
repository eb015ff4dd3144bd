/** What one sheet says: the customer's values and the facts that apply, with no word of wording and no geometry. */

import type { AddressBarcode } from '../../postal/address-barcode.js';
import type { Customer, IsoDate } from '../customers/customer.js';
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
  /** The row of the settings card that prints it. */
  readonly row?: SettingsKey;
  /** Facts of one effect share one sentence (C19), which prints where at least one of them does. */
  readonly effect?: string;
  /** `added`: a sentence of our own (facts.md, rule on additions); `handout`: one of the 102. */
  readonly origin: 'handout' | 'added';
  /** The fact in a few Japanese words, for `explain`. */
  readonly summary: string;
}

/** What a row of the settings card is about; the same key has the same item code in every kind. */
export type SettingsKey =
  | 'display-name'
  | 'mail-address'
  | 'user-name'
  | 'password'
  | 'incoming-host'
  | 'incoming-port'
  | 'incoming-protection'
  | 'outgoing-host'
  | 'outgoing-port'
  | 'outgoing-protection'
  | 'outgoing-authentication'
  | 'connection-method'
  | 'check-interval'
  | 'server-copy'
  | 'keeping-days'
  | 'capacity'
  | 'incoming-legacy';

/** `identifier`: set in the monospaced face, never hyphenated; `blank`: a line to write on; `text`: plain words. */
export type SettingsForm = 'identifier' | 'text' | 'blank';

export interface SettingsValue {
  readonly value: string;
  readonly form: SettingsForm;
  readonly note?: string;
}

/** One row of the settings card. The code (A1, A2 …) names the same item in every kind, for support by telephone. */
export interface SettingsRow extends SettingsValue {
  readonly code: string;
  readonly key: SettingsKey;
  readonly item: string;
  /** Only on the undecided sheet, where the two methods differ: their values side by side (`value` then holds both in one line). */
  readonly methods?: { readonly pop: SettingsValue; readonly imap: SettingsValue };
  /** The facts that this row prints (in facts.yaml: `row`), all of them applicable. */
  readonly facts: readonly FactId[];
}

/** One character of a reading aid and how it is read aloud (オー大, ゼロ, エル小). */
export interface SpelledCharacter {
  readonly character: string;
  /** The whole reading in one word: オー大, ゼロ, エル小. At most five characters in a reading aid. */
  readonly reading: string;
  /** The reading without 大 or 小, for setting it in two lines. */
  readonly kana: string;
  /** Capital or small letter; absent for digits and signs. */
  readonly letterCase?: '大' | '小';
}

/** A look-alike that occurs in a reading aid, explained in words: `0` 数字のゼロ. */
export interface LegendEntry {
  readonly character: string;
  readonly explanation: string;
}

export interface ReadingAid {
  /** Item code of the settings row it spells. */
  readonly code: string;
  readonly item: string;
  readonly characters: readonly SpelledCharacter[];
  /** The same characters in groups of four, the last one shorter. */
  readonly groups: readonly (readonly SpelledCharacter[])[];
}

export interface Sheet {
  readonly customer: Customer;
  readonly provider: Provider;
  readonly kind: Kind;
  readonly edition: Edition;
  readonly issueDate: IsoDate;
  /** The issue date as printed: 2026年11月23日. */
  readonly issueDateText: string;
  readonly templateRevision: string;
  /** Names this printing of this record; a function of customer, profile, template revision and issue date. */
  readonly controlNumber: string;
  readonly settings: readonly SettingsRow[];
  readonly decisions: readonly FactDecision[];
  /** Those of them that are printed. */
  readonly facts: ReadonlySet<FactId>;
  readonly readingAids: readonly ReadingAid[];
  /** Legend entries for look-alike characters that occur in the reading aids. */
  readonly legend: readonly LegendEntry[];
  /** Mailbox capacity of this customer (record, plan, profile, in this order). */
  readonly quotaMB: number;
  /** Days that mail stays on the server; only where it is kept (and on the undecided sheet). */
  readonly leaveDays?: number;
  /** The support service's sentence for this customer (member, non-member or neither known). */
  readonly supportText?: string;
  /** The profile's extra notes that apply to this kind. */
  readonly extraNotes: readonly string[];
  /** The record's remarks, where the profile shows them. */
  readonly remarks?: string;
  /** What the QR code holds (the support page), where the profile has one. */
  readonly qrText?: string;
  /** Printed with the addressee; only by post, where the profile asks for it and the address has one. */
  readonly barcode?: AddressBarcode;
}
