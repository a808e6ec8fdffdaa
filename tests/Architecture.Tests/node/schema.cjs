// Validates plans by a JSON Schema (draft 2020-12). Argument: the schema's path. In: an array of JSON values. Out: an array with a text
// for each, empty if the schema allows it.
const { readFileSync } = require('fs');
const Ajv = require('ajv/dist/2020');

const schema = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const ajv = new Ajv({ strict: true, allowUnionTypes: true });
const validate = ajv.compile(schema);
const answers = JSON.parse(readFileSync(0, 'utf8')).map(plan => (validate(plan) ? '' : ajv.errorsText(validate.errors, { dataVar: '$' })));
console.log(JSON.stringify(answers));
