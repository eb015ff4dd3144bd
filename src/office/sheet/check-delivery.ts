/** Takes a record and a profile, gives what speaks against sending the sheet by post: V15, what the envelope needs, an address without customer barcode (records.md §3, postal.md §1.7). */

import type { NoBarcode } from '../../postal/address-barcode.js';
import type { Problem, Wording } from '../../problem.js';
import type { Customer } from '../customers/customer.js';
import { fieldPlace } from '../field-place.js';
import { barcodeOf } from './barcode.js';
import type { Rule } from './record-rule.js';

const undecidedByPost: Rule = ({ connection, deliveryMethod }) =>
  connection !== 'undecided' || deliveryMethod !== 'post'
    ? undefined
    : {
        code: 'record/undecided-by-post',
        severity: 'error',
        field: 'deliveryMethod',
        message: {
          ja: '接続方法が未定の方の案内は、郵送用ではありません。',
          en: 'The sheet for the undecided is not for mailing.',
        },
        hint: {
          ja: '接続方法を決めていただくか、交付方法を「窓口」にしてください。',
          en: 'Have the connection decided, or hand the sheet over at the counter.',
        },
      };

const envelope: Rule = ({ deliveryMethod }, { mailing }) =>
  deliveryMethod !== 'post' || mailing !== undefined
    ? undefined
    : {
        code: 'record/no-mailing',
        severity: 'error',
        field: 'deliveryMethod',
        message: {
          ja: '交付方法が郵送ですが、プロフィールに封筒の窓の位置（mailing）がありません。',
          en: 'The sheet goes by post, but the profile does not say where the envelope has its window (mailing).',
        },
        hint: {
          ja: 'お使いの窓あき封筒を測って、プロフィールに mailing を書き足してください。',
          en: 'Measure your window envelope and add mailing to the profile.',
        },
      };

const passwordByPost: Rule = ({ deliveryMethod }, { passwordPolicy }) =>
  passwordPolicy !== 'print' || deliveryMethod !== 'post'
    ? undefined
    : {
        code: 'V15',
        severity: 'warning',
        field: 'deliveryMethod',
        message: {
          ja: 'パスワードを印刷した案内を郵送します。',
          en: 'A sheet with the password printed on it goes by post.',
        },
        hint: {
          ja: '登録住所あてに、追跡できる方法（簡易書留など）で送ってください。',
          en: 'Send it trackable, to the registered address only.',
        },
      };

interface Reason {
  readonly field: keyof Customer;
  readonly message: Wording;
  readonly hint: Wording;
}

const REASONS: Readonly<Record<NoBarcode, Reason>> = {
  'representative-code': {
    field: 'postalCode',
    message: {
      ja: '郵便番号が町域のない代表の番号（下2桁が 00）なので、カスタマバーコードを付けずに印刷します。',
      en: 'The postal code is a representative one (it ends in 00), for which there is no customer barcode: none is printed.',
    },
    hint: {
      ja: '町域の郵便番号があれば、それに直すとバーコードが付きます。',
      en: 'If the town has a code of its own, enter that.',
    },
  },
  'own-code': {
    field: 'postalCode',
    message: {
      ja: '郵便番号がこの宛先だけの番号（大口事業所の個別番号）かもしれないので、カスタマバーコードを付けずに印刷します。',
      en: 'The postal code may be the organisation’s own, whose barcode would be another: no customer barcode is printed.',
    },
    hint: {
      ja: '町域の郵便番号がほかにあれば、それに直すとバーコードが付きます。なければ、このままで郵送できます。',
      en: 'If the town has another code, enter that; if not, the sheet can be mailed as it is.',
    },
  },
  'town-unclear': {
    field: 'address1',
    message: {
      ja: '住所の数字が町名の一部かどうかを決められないので、カスタマバーコードを付けずに印刷します。',
      en: 'A number in the address may be part of the name of the town: no customer barcode is printed.',
    },
    hint: {
      ja: '町名までを「住所1」に、丁目・番地からを「住所2」に分けて入れると、バーコードが付きます。',
      en: 'Enter the address up to the town as address1 and what follows, from 丁目 or 番地 on, as address2.',
    },
  },
};

const withoutBarcode: Rule = (customer, provider) => {
  const barcode = barcodeOf(customer, provider);
  if (typeof barcode !== 'string') return undefined;
  return { code: `record/barcode-${barcode}`, severity: 'warning', ...REASONS[barcode] };
};

/** Only typesetting can tell: said of a sheet that was then made without its barcode. */
export const noRoomForBarcode = (customer: Customer): Problem => ({
  code: 'record/barcode-no-room',
  severity: 'warning',
  message: {
    ja: '宛名が長く、封筒の窓にカスタマバーコードの入るところがないので、付けずに印刷します。',
    en: 'The address leaves no room in the envelope’s window for its customer barcode: none is printed.',
  },
  hint: {
    ja: 'このままで郵送できます。住所の都道府県名を省くと入ることがあります。',
    en: 'The sheet can be mailed as it is. Leaving out the prefecture may make room.',
  },
  place: fieldPlace(customer, 'address1'),
});

export const DELIVERY_RULES: readonly Rule[] = [undecidedByPost, envelope, withoutBarcode, passwordByPost];
