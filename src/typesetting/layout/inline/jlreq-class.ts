/** Takes a character, gives its class in JLREQ Appendix A, for horizontal setting. */

export type JlreqClass =
  | 'opening-bracket'
  | 'closing-bracket'
  | 'hyphen'
  | 'dividing-punctuation'
  | 'middle-dot'
  | 'full-stop'
  | 'comma'
  | 'inseparable'
  | 'iteration-mark'
  | 'prolonged-sound-mark'
  | 'small-kana'
  | 'prefixed-abbreviation'
  | 'postfixed-abbreviation'
  | 'ideographic-space'
  | 'hiragana'
  | 'katakana'
  | 'math-symbol'
  | 'math-operator'
  | 'ideograph'
  | 'numeral'
  | 'western-space'
  | 'western';

/** cl-01 to cl-14, cl-17, cl-18. ― and ～ count as — and 〜, which keyboards rarely give. */
const MEMBERS: readonly (readonly [JlreqClass, string])[] = [
  ['opening-bracket', '‘“（〔［｛〈《「『【｟〘〖«〝｢'],
  ['closing-bracket', '’”）〕］｝〉》」』】｠〙〗»〟｣'],
  ['hyphen', '‐〜～゠–'],
  ['dividing-punctuation', '！？‼⁇⁈⁉'],
  ['middle-dot', '・：；･'],
  ['full-stop', '。．｡'],
  ['comma', '、，､'],
  ['inseparable', '—―…‥〳〴〵'],
  ['iteration-mark', 'ヽヾゝゞ々〻'],
  ['prolonged-sound-mark', 'ーｰ'],
  ['small-kana', 'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ'],
  ['prefixed-abbreviation', '￥＄￡＃€№'],
  ['postfixed-abbreviation', '°′″℃￠％‰㏋ℓ㌃㌍㌔㌘㌢㌣㌦㌧㌫㌶㌻㍉㍊㍍㍑㍗㎎㎏㎜㎝㎞㎡㏄'],
  ['ideographic-space', '\u3000'],
  ['math-symbol', '＝≠≒≃≅≈≡≢＜＞≦≧≪≫≶≷⋚⋛∧∨⌅⌆⊂⊃⊄⊅⊆⊇⊊⊋∈∋∉∪∩∥∦⇒⇔↔∽∝⊥⊕⊗'],
  ['math-operator', '＋－×÷±∓'],
  ['numeral', '0123456789'],
  ['western-space', ' '],
];

const CLASS_OF = new Map<number, JlreqClass>(
  MEMBERS.flatMap(([name, members]) =>
    [...members].map((member) => [member.codePointAt(0) ?? 0, name] as const),
  ),
);

export function jlreqClass(codePoint: number): JlreqClass {
  const listed = CLASS_OF.get(codePoint);
  if (listed !== undefined) return listed;
  if (codePoint >= 0x3041 && codePoint <= 0x309f) return 'hiragana';
  if (codePoint >= 0x30a0 && codePoint <= 0x30ff) return 'katakana';
  // Latin, Greek, Cyrillic and their kin lie below General Punctuation; signs above it are set as ideographs.
  return codePoint < 0x2000 ? 'western' : 'ideograph';
}
