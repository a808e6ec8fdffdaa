// Prints a line for each syntax error in the given Bicep files, as path:line:column: what; nothing if there is none.
const { readFileSync } = require('fs');
const { Parser, Language } = require('web-tree-sitter');

// The grammar knows templates only: to it, a parameter file assigns variables.
function source(path) {
  const text = readFileSync(path, 'utf8');
  return path.endsWith('.bicepparam') ? text.replace(/^param(?= \w+ =)/gm, 'var  ') : text;
}

function problems(path, node) {
  if (node.isMissing) {
    return [`${path}:${node.startPosition.row + 1}:${node.startPosition.column + 1}: ${node.type} is missing`];
  }
  if (node.isError) {
    return [`${path}:${node.startPosition.row + 1}:${node.startPosition.column + 1}: not understood: ${node.text.split('\n')[0]}`];
  }
  return node.hasError ? node.children.flatMap(child => problems(path, child)) : [];
}

(async () => {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));
  for (const path of process.argv.slice(2)) {
    problems(path, parser.parse(source(path)).rootNode).forEach(line => console.log(line));
  }
})().catch(problem => {
  console.error(problem);
  process.exit(1);
});
