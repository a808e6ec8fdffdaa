// Validates documents by a JSON Schema (draft 2020-12). Arguments: the schema's path, then those of the schemas that it names. In: an
// array of JSON values. Out: an array with a text for each, empty if the schema allows it.
const { readFileSync } = require('fs');
const Ajv = require('ajv/dist/2020');

const [schema, ...others] = process.argv.slice(2).map(path => JSON.parse(readFileSync(path, 'utf8')));
const ajv = new Ajv({ strict: true, allowUnionTypes: true, schemas: others });
const validate = ajv.compile(schema);
const answers = JSON.parse(readFileSync(0, 'utf8')).map(value => (validate(value) ? '' : ajv.errorsText(validate.errors, { dataVar: '$' })));
console.log(JSON.stringify(answers));
