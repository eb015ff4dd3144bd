/** Takes the name of a new folder, fills it with what an office edits: template, profile, facts, example customers, and how to go on. */

import { cpSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shipped } from '../../package-root.js';
import { refuse } from '../../problem.js';
import { onDisk } from '../../storage/storage-error.js';
import { ALL_MADE, type ExitCode } from '../exit-code.js';
import type { Terminal } from '../terminal.js';

const TEMPLATE = shipped('templates/mail-settings');
const CUSTOMERS = shipped('examples/customers.csv');

export function runInit(folder: string, { out, say }: Terminal): ExitCode {
  refuseOccupied(folder);
  onDisk(folder, () => {
    cpSync(TEMPLATE, folder, { recursive: true });
    cpSync(CUSTOMERS, join(folder, 'customers.csv'));
    writeFileSync(join(folder, 'README.md'), guide(folder));
  });
  out(say({ ja: `${folder} を用意しました。`, en: `${folder} is ready.` }));
  out('');
  out(
    say({ ja: '次のコマンドで、見本のお客様の分を作れます。', en: 'This makes the sheets of the examples:' }),
  );
  out(
    `  annai batch ${join(folder, 'customers.csv')} --template ${folder} --provider ${folder} -o ${join(folder, 'out')}`,
  );
  out('');
  out(
    say({
      ja: `何をどこで書き換えるかは ${join(folder, 'README.md')} にあります。`,
      en: `${join(folder, 'README.md')} says (in Japanese) what to edit where.`,
    }),
  );
  return ALL_MADE;
}

function refuseOccupied(folder: string): void {
  if (!existsSync(folder)) return;
  const isFolder = statSync(folder).isDirectory();
  if (isFolder && readdirSync(folder).length === 0) return;
  refuse({
    code: 'files/occupied',
    message: isFolder
      ? { ja: 'すでにファイルがあるフォルダーです。', en: 'The folder is not empty.' }
      : { ja: 'フォルダーではなく、ファイルです。', en: 'This is a file, not a folder.' },
    hint: {
      ja: '新しいフォルダーの名前を指定してください。いまあるものには手を付けません。',
      en: 'Name a new folder. What is there is left alone.',
    },
    place: { kind: 'file', file: folder },
  });
}

function guide(folder: string): string {
  return `# 自社用の設定フォルダー

このフォルダーの中身を書き換えると、自社の案内になります。annai の本体には手を付けません。

| 変えたいこと | 開くファイル |
|---|---|
| 会社名、電話番号、サーバー名、ドメイン | \`provider.yaml\` |
| 紙面の文章、項目の並び | \`sheet.hbs\` と \`partials/\` |
| 文字の大きさ、色、余白 | \`style.css\` |
| どの事項を、どのお客様に載せるか | \`facts.yaml\` |
| お客様のデータ（見本） | \`customers.csv\` |

\`customers.csv\` は Excel でも編集できます。1行目の見出しは消さないでください。

## 使い方

\`\`\`sh
# 誤りがないか調べる（PDFは作りません）
annai check ${folder}/customers.csv --template ${folder} --provider ${folder}

# お一人に一つずつPDFを作る
annai batch ${folder}/customers.csv --template ${folder} --provider ${folder} -o ${folder}/out
\`\`\`

書き間違いがあると、ファイル名と行を示して止まります。間違ったまま印刷されることはありません。
`;
}
