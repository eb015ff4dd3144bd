/** Takes a cell's whole text, says whether Excel has damaged it, and how (records.md V06). */

import type { Wording } from '../../problem.js';

const ERROR_VALUE =
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|GETTING_DATA)$/i;
const TOO_NARROW = /^#{2,}$/;
const EXPONENT = /^-?\d(?:\.\d+)?E[+-]\d{2,}$/i;
const DATE =
  /^(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[T ][\d:.]+)?|\d{1,2}:\d{2}(?::\d{2})?|(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2})$/i;
/** 番地 such as 5-6 turned into a date that Excel or a formula wrote out again. No Japanese address holds one. */
const DATE_IN_ADDRESS = /\d{1,2}月\d{1,2}日|^\d{1,2}\/\d{1,2}$/;

export interface Damage {
  readonly what: Wording;
  readonly hint: Wording;
}

const RETYPE: Wording = {
  ja: 'Excelで列の表示形式を「文字列」にしてから、もとの値を打ち直してください。',
  en: 'Set the column to “Text” in Excel, then type the value again.',
};

/** Error values and ##### in any field. */
export function findErrorValue(text: string): Damage | undefined {
  if (!text.startsWith('#')) return undefined;
  if (ERROR_VALUE.test(text)) {
    return {
      what: { ja: 'Excelのエラー値です', en: 'is an error value of Excel' },
      hint: {
        ja: 'Excelで数式を直すか、値を打ち直してください。',
        en: 'Mend the formula in Excel or type the value.',
      },
    };
  }
  if (TOO_NARROW.test(text)) {
    return {
      what: {
        ja: '値ではなく、列の幅が足りないという印です',
        en: 'is no value but the sign of a column that was too narrow',
      },
      hint: {
        ja: 'Excelで列の幅を広げて保存し直してください。',
        en: 'Widen the column in Excel and save again.',
      },
    };
  }
  return undefined;
}

/** Dates and exponents in a field that holds neither. */
export function findDamage(text: string): Damage | undefined {
  if (EXPONENT.test(text)) {
    return {
      what: {
        ja: 'Excelがけたの多い数を縮めた形です。もとの数字が失われています',
        en: 'was shortened by Excel to an exponent; digits are lost',
      },
      hint: RETYPE,
    };
  }
  if (DATE.test(text)) {
    return {
      what: {
        ja: '日付です（Excelが番号や番地を日付に変えたものと思われます）',
        en: 'is a date (Excel turned a number into one)',
      },
      hint: RETYPE,
    };
  }
  return undefined;
}

/** What `findDamage` lets pass because only in an address it must be damage. */
export function findAddressDamage(text: string): Damage | undefined {
  if (DATE_IN_ADDRESS.test(text) || isDateSerial(text)) {
    return {
      what: {
        ja: '日付です（Excelが番地を日付に変えたものと思われます）',
        en: 'is a date (Excel turned a house number into one)',
      },
      hint: RETYPE,
    };
  }
  return undefined;
}

/** A day count of Excel between 2009 and 2064. */
export const isDateSerial = (text: string): boolean =>
  /^\d{5}$/.test(text) && Number(text) >= 40000 && Number(text) <= 60000;
