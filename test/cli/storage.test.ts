import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { annai, annaiInShell, main, workFolder } from './annai.js';
import { csv, customers } from './customer-file.js';

const DATE = ['--issue-date', '2026-11-23'] as const;
const CUSTOMERS = 40;
const SEPARATE = ['batch', '顧客.csv', '-o', '出力', ...DATE];
const BOTH = [...SEPARATE, '--merge', '出力/印刷.pdf'];

function newFolder(): string {
  const folder = workFolder();
  writeFileSync(join(folder, '顧客.csv'), csv(customers(CUSTOMERS)));
  mkdirSync(join(folder, '出力'));
  return folder;
}

const contents = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString('latin1')]),
  );

const undisturbed = (args: readonly string[]): ReadonlyMap<string, string> => {
  const folder = newFolder();
  expect(annai(folder, ...args).status).toBe(0);
  return contents(join(folder, '出力'));
};

const sheetsIn = (names: readonly string[]) => names.filter((name) => /^K-\d+\.pdf$/.test(name));

/** A file system in a namespace of one's own: Linux alone has it, and not every container allows it. */
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

describe('a disk that fills up (ENOSPC)', () => {
  test.skipIf(!canMount).each([
    ['separate files', SEPARATE],
    ['with a print file beside them', BOTH],
    ['with the ledger on it', [...SEPARATE, '--ledger', '出力/台帳.sqlite']],
  ])(
    '%s: what is finished stays and is listed; with room again the same command ends as if nothing had been',
    (_, args) => {
      const folder = newFolder();
      // What the small file system held is listed and copied before it goes, for it ends with its namespace.
      const script = [
        'mount -t tmpfs -o size=1400k tmpfs 出力',
        '"$@" >said; echo $? >code',
        'ls -A 出力 >list',
        'mount -o remount,size=64m 出力',
        '"$@" >resumed; echo $? >code-resumed',
        'cp -a 出力 結果',
      ].join('\n');
      annaiInShell(`exec unshare -rm sh -c '${script}' sh "$@"`, folder, ...args);
      const read = (name: string) => readFileSync(join(folder, name), 'utf8');
      const listed = read('list').trim().split('\n');
      const said = read('said');
      expect(said).toMatch(/files\/disk-full|ledger\/not-written/);
      expect(said).toMatch(/空き/);
      expect(read('code').trim()).toBe('2');
      const made = sheetsIn(listed);
      expect(made.length).toBeGreaterThan(0);
      expect(made.length).toBeLessThan(CUSTOMERS);
      expect(said).toContain(`作成 ${made.length}名`);
      const accounts = /^(?:\.annai-journal|annai-manifest\.(?:json|csv)|台帳\.sqlite(?:\.key)?)$/;
      expect(listed.filter((name) => !made.includes(name) && !accounts.test(name))).toEqual([]);
      expect(read('code-resumed').trim()).toBe('0');
      const ends = new Map([...contents(join(folder, '結果'))].filter(([name]) => !name.startsWith('台帳')));
      expect(ends).toEqual(undisturbed(args.filter((arg) => !/ledger|台帳/.test(arg))));
      if (args.includes('--ledger'))
        expect(
          annai(folder, 'ledger', 'verify', '顧客.csv', '--ledger', '結果/台帳.sqlite').stdout,
        ).toContain(`同じ ${CUSTOMERS}件`);
    },
  );
});

describe('a file that may not grow further (RLIMIT_FSIZE): needs no rights of its own', () => {
  test('the print file is not kept, the separate ones are, and are taken up', () => {
    const folder = newFolder();
    const limited = annaiInShell(`trap '' XFSZ; ulimit -f 300; exec "$@"`, folder, ...BOTH);
    expect(limited.stdout).toContain('files/too-large');
    expect(limited.status).toBe(2);
    const left = readdirSync(join(folder, '出力'));
    expect(sheetsIn(left).length).toBeGreaterThan(0);
    expect(left.filter((name) => !/^K-\d+\.pdf$|^annai-manifest/.test(name))).toEqual([]);
    expect(annai(folder, ...BOTH).status).toBe(0);
    expect(contents(join(folder, '出力'))).toEqual(undisturbed(BOTH));
  });
});

/** Root may write everywhere, so that there the command runs as nobody, from a copy that nobody may read. */
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

function commandForNobody(folder: string): string {
  if (!isRoot) return main;
  for (const name of ['package.json', 'dist', 'templates', 'fonts', 'node_modules/node-sqlite3-wasm'])
    cpSync(resolve(name), join(folder, 'annai', name), { recursive: true });
  return join(folder, 'annai/dist/cli/main.cjs');
}

describe.runIf(process.platform === 'linux')('a folder that may not be written (EACCES)', () => {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const prepared = () => {
    const folder = newFolder();
    chmodSync(folder, 0o755);
    const command = commandForNobody(folder);
    if (isRoot) chownSync(join(folder, '出力'), NOBODY, NOBODY);
    const start = () =>
      spawn(process.execPath, [command, ...SEPARATE], {
        cwd: folder,
        env,
        ...(isRoot && { uid: NOBODY, gid: NOBODY }),
      });
    const ended = async (child: ReturnType<typeof start>) => {
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => {
          said += chunk.toString();
        });
      const [code] = await once(child, 'close');
      return { code, said };
    };
    return { folder, out: join(folder, '出力'), start, ended };
  };

  test('from the start: nothing is begun, and what to do is said', async () => {
    const { out, start, ended } = prepared();
    chmodSync(out, 0o555);
    const { code, said } = await ended(start());
    expect(said).toContain('files/not-writable');
    expect(said).toContain('→');
    expect(code).toBe(1);
    expect(readdirSync(out)).toEqual([]);
    chmodSync(out, 0o755);
    expect((await ended(start())).code).toBe(0);
    expect(contents(out)).toEqual(undisturbed(SEPARATE));
  });

  test('from some moment on: what is finished stays and is listed, and is taken up when it may be written again', async () => {
    const { out, start, ended } = prepared();
    const child = start();
    const end = ended(child);
    while (!existsSync(join(out, 'K-3.pdf')) && child.exitCode === null)
      await new Promise((next) => setTimeout(next, 2));
    chmodSync(out, 0o555);
    const { code, said } = await end;
    const made = sheetsIn(readdirSync(out));
    if (made.length < CUSTOMERS) {
      expect(said).toContain('files/not-writable');
      expect(said).toContain(`作成 ${made.length}名`);
      expect(code).toBe(2);
    }
    chmodSync(out, 0o755);
    expect((await ended(start())).code).toBe(0);
    expect(contents(out)).toEqual(undisturbed(SEPARATE));
  });
});
