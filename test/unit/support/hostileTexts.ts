/** Texts that are active when a document's text is shown unescaped; each contains the word `evil`. */
export const LIVE_MARKDOWN: readonly string[] = [
  'v* `![i](https://evil.example/x.png)`',
  '``![i](https://evil.example/x.png)``',
  '`` ` ![i](//evil.example/x.png) ` ``',
  '![i](https://evil.example/x.png)',
  '[evil](command:workbench.action.quit)',
  '<img src="https://evil.example/x.png">',
  '</code></pre><script>evil()</script>',
  '&lt;img src=evil&gt; &#33;[i](evil.png)',
  '<https://evil.example>',
  'https://evil.example/a',
  'see www.evil.example or evil@evil.example',
  '\n\n# evil\n\n- evil',
  'evil\n===\n\n[a]: https://evil.example\n\n[a]',
  '\n\n```\nevil\n```\n![i](evil.png)',
  '*evil* **![i](evil.png)** __[a](evil)__ ~~evil~~',
  '[![i](evil.png)][a]\\',
  '\\`![i](evil.png)\\`',
  '| a | b |\n|---|---|\n| ![i](evil.png) | evil |',
  'evil\u202e)gnp.x\u2066(]i[!',
  '\u0000\u001b[31mevil\u009b31m\u0085![i](evil.png)',
  '    ![i](evil.png)',
  '> evil\n1. ![i](evil.png)',
];

/** A text as a string of HCL. */
export function hclString(text: string): string {
  return JSON.stringify(text).replaceAll('${', '$${').replaceAll('%{', '%%{');
}
