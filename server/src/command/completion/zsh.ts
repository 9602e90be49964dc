import type { CompletedCommand, CompletedOption } from './completed.ts';

/** Completion for zsh, as a file of `fpath` and for `eval`. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name, help }) => `    ${quoted(`${name}:${help}`)}`);
  return `#compdef terraform-ecr
_terraform_ecr() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(caseOf).join('\n')}
  esac
}
if [ "$funcstack[1]" = _terraform_ecr ]; then _terraform_ecr "$@"; else compdef _terraform_ecr terraform-ecr; fi`;
}

function caseOf({ name, words, offersFiles, options }: CompletedCommand): string {
  const specs = options.map(optionSpec);
  const argument = words.length > 0 ? `*:word:(${words.join(' ')})` : offersFiles ? '*:file:_files' : null;
  const all = [...specs, ...(argument === null ? [] : [argument])];
  return `    ${name}) _arguments ${all.map(quoted).join(' ')} ;;`;
}

function optionSpec({ name, takes, help, words, offersFiles }: CompletedOption): string {
  const text = `*${name}[${help.replaceAll(/[[\]:\\]/g, (letter) => `\\${letter}`)}]`;
  if (takes === null) return text;
  const action = words.length > 0 ? `(${words.join(' ')})` : offersFiles ? '_files' : ' ';
  return `${text}:${takes}:${action}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
