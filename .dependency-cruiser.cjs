/**
 * The direction rules of ARCHITECTURE.md. `scripts/check-directions.mjs` runs them and refuses a run that saw no module.
 *
 * Each wing is a corridor: a stage may know the types of the stages before it, never those after it, and never calls
 * another stage. The page that joins them (`pipeline.ts`, `typesetter.ts`) is the only caller.
 */

const OFFICE = ['customers', 'provider', 'sheet', 'template'];
const TYPESETTING = ['markup', 'style', 'layout', 'paint', 'pdf'];

/**
 * For every stage of a wing: functions of no other stage, types of the earlier ones only.
 *
 * @param {string} wing
 * @param {readonly string[]} stages
 */
const corridor = (wing, stages) =>
  stages.flatMap((stage, at) => {
    const others = stages.filter((other) => other !== stage).join('|');
    const later = stages.slice(at + 1).join('|');
    const from = { path: `^src/${wing}/${stage}/` };
    return [
      {
        name: `${wing}-${stage}-calls-no-other-stage`,
        comment:
          'Only pipeline.ts and typesetter.ts call stage functions; a stage imports types alone. layout/slice.ts makes nothing: it reads a placed block.',
        severity: 'error',
        from,
        to: {
          path: `^src/${wing}/(${others})/`,
          pathNot: '^src/typesetting/layout/slice\\.ts$',
          dependencyTypesNot: ['type-only'],
        },
      },
      ...(later === ''
        ? []
        : [
            {
              name: `${wing}-${stage}-knows-no-later-stage`,
              comment: 'A stage knows what it is given, not what becomes of what it makes.',
              severity: 'error',
              from,
              to: { path: `^src/${wing}/(${later})/` },
            },
          ]),
    ];
  });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'wings-never-meet',
      comment: 'HTML text, joined in pipeline.ts, is all that passes between office and typesetting.',
      severity: 'error',
      from: { path: '^src/office/' },
      to: { path: '^src/typesetting/' },
    },
    {
      name: 'wings-never-meet-either-way',
      comment: 'Typesetting is a library of its own: no customer in sight.',
      severity: 'error',
      from: { path: '^src/typesetting/' },
      to: { path: '^src/(office|postal|ledger|batch)/' },
    },
    ...corridor('office', OFFICE),
    ...corridor('typesetting', TYPESETTING),
    {
      name: 'fonts-and-symbols-call-no-stage',
      comment: 'Every stage of typesetting may ask fonts and symbols; they ask none back.',
      severity: 'error',
      from: { path: '^src/typesetting/(fonts|symbols)/' },
      to: { path: `^src/typesetting/(${TYPESETTING.join('|')})/`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-the-typesetter-remembers',
      comment: 'Stages do not know that their results are remembered.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/typesetting/(typesetter|remember-[a-z]+)\\.ts$' },
      to: { path: '^src/typesetting/memo\\.ts$' },
    },
    {
      name: 'nobody-imports-a-face',
      comment: 'The command line and the counter page are faces over the pipeline.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli|web)/' },
      to: { path: '^src/(cli|web)/' },
    },
    {
      name: 'nobody-below-knows-the-pipeline',
      comment: 'pipeline.ts joins the wings; the wings do not know it.',
      severity: 'error',
      from: { path: '^src/(office|typesetting|postal)/' },
      to: { path: '^src/(pipeline\\.ts$|batch/)' },
    },
    {
      name: 'postal-stands-alone',
      comment: 'Address rules know problems and nothing else of annai.',
      severity: 'error',
      from: { path: '^src/postal/' },
      to: { path: '^src/', pathNot: '^src/(postal/|problem\\.ts$|units\\.ts$)' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pure-stages-do-no-io',
      comment:
        'What they need (files, dates) is passed in. Hashing and deflating are arithmetic, so they are allowed.',
      severity: 'error',
      from: { path: '^src/(office/sheet|typesetting/(markup|style|layout|paint|symbols)|postal)/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|zlib|buffer)$' },
    },
    {
      name: 'pdfkit-in-pdf-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/typesetting/pdf/' },
      to: { path: 'node_modules/pdfkit/' },
    },
    {
      name: 'fontkit-in-fonts-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/typesetting/fonts/' },
      to: { path: 'node_modules/(@types/)?fontkit/' },
    },
    {
      name: 'shipped-code-needs-shipped-packages',
      comment: 'What src imports must be in dependencies; development packages are for tests and scripts.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
