/** Takes text, gives CP932 bytes as Excel writes them: what CP932 lacks becomes `?`. */

const BYTES = new Map<string, readonly number[]>();
{
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const learn = (...bytes: number[]): void => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      // NEC's and IBM's doubles decode to one character; Windows writes NEC row 13 and IBM's FA40–FC4B.
      const necSelectedIbm = (bytes[0] ?? 0) >= 0xed && (bytes[0] ?? 0) <= 0xee;
      if ([...character].length === 1 && (!BYTES.has(character) || necSelectedIbm === false)) {
        const earlier = BYTES.get(character);
        if (earlier === undefined || (earlier[0] ?? 0) >= 0xed) BYTES.set(character, bytes);
      }
    } catch {
      // No character stands here.
    }
  };
  for (let one = 0; one < 0x100; one += 1) learn(one);
  for (let lead = 0x81; lead <= 0xfc; lead += 1) {
    for (let trail = 0x40; trail <= 0xfc; trail += 1) learn(lead, trail);
  }
}

export function encodeCp932(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((character) => BYTES.get(character) ?? [0x3f]));
}
