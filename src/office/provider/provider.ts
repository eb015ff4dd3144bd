/** A provider's profile: servers, rules and contact data of one ISP, checked and linted. */

import type { IsoDate } from '../customers/customer.js';

export type Security = 'ssl' | 'starttls' | 'none';

/** One endpoint is host, port and protection together (they are only right together). */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  /** Kept for old equipment; printed only where `allowPlain` is on. */
  readonly legacy: boolean;
}

export type UserNameRule = 'local-part' | 'full-address' | 'column' | 'refer';
export type SmtpAuth = 'same-as-incoming' | 'separate' | 'none' | 'unstated';
export type PasswordPolicy = 'refer' | 'print' | 'blank';

export interface Contact {
  readonly name: string;
  readonly tel: string;
  readonly mail: string;
  readonly hours?: string;
  readonly url?: string;
  readonly address?: string;
  /** Path inside the profile's folder. */
  readonly logo?: string;
}

export interface SupportService {
  readonly name: string;
  /** For a customer whose record does not say whether they joined. */
  readonly text: string;
  readonly member: string;
  readonly nonMember: string;
}

export interface ExtraNote {
  readonly text: string;
  /** Condition in the vocabulary of facts.yaml; absent: always. */
  readonly when?: Condition;
}

/** The applicability vocabulary of facts.yaml and of a profile's extra notes: every named key must hold; a list means any of. */
export interface Condition {
  /** On the undecided sheet, whatever holds for any kind holds; `[undecided]` alone holds there and nowhere else. */
  readonly connection?: readonly ('POP' | 'IMAP' | 'undecided')[];
  readonly devices?: readonly ('single' | 'multiple')[];
  /** IMAP has no such setting and counts as `no-setting`. */
  readonly leave?: readonly ('keep' | 'delete' | 'no-setting')[];
}

export interface Mailing {
  /** The envelope window on the folded sheet, millimetres from the sheet's left and top, the sheet being pushed to the envelope's left and top. */
  readonly window: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** How far the folded sheet can slide to the right and down in the envelope, millimetres: what then leaves the window stays empty. */
  readonly slack?: { readonly x: number; readonly y: number };
  readonly foldMarks: boolean;
  readonly customerBarcode: boolean;
}

export interface Provider {
  readonly id: string;
  readonly revision: string;
  readonly validFrom: IsoDate;
  /** After so many months the office is asked to look the profile through (V17). */
  readonly reviewAfterMonths: number;
  readonly displayName: string;
  readonly domains: readonly string[];
  /** An example of an address, printed on the undecided sheet only. */
  readonly sampleAddress?: string;
  readonly userNameRule: UserNameRule;
  readonly smtpAuth: SmtpAuth;
  readonly pop: readonly Endpoint[];
  readonly imap: readonly Endpoint[];
  readonly smtp: readonly Endpoint[];
  readonly allowPlain: boolean;
  readonly quotaMB: number;
  /** Capacity by the record's `plan`. */
  readonly plans: Readonly<Record<string, number>>;
  /** Whether the sent and trash folders count towards the capacity, too (C21); printed only where the office says so. */
  readonly quotaCountsAllFolders: boolean;
  readonly quotaWarning: { readonly enabled: boolean; readonly firstDevice: boolean };
  readonly leave: { readonly default: number; readonly recommended: readonly [number, number] };
  readonly passwordPolicy: PasswordPolicy;
  readonly userInfoPaperName: string;
  readonly contact: Contact;
  readonly supportService?: SupportService;
  readonly extraNotes: readonly ExtraNote[];
  /** Whether sentences of our own that the handout does not have (facts.md C6, C10) are printed. */
  readonly addedNotes: boolean;
  readonly showRemarks: boolean;
  readonly customerId?: { readonly length: number };
  readonly mailing?: Mailing;
}
