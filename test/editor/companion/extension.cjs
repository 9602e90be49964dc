const { CompletionItem, CompletionItemKind, languages } = require('vscode');

/** Completes argument names as the real one does from the provider's schema. */
exports.activate = (context) => {
  const names = ['name', 'image_tag_mutability', 'force_delete', 'repository', 'policy'];
  const provider = {
    provideCompletionItems: () => names.map((name) => new CompletionItem(name, CompletionItemKind.Property)),
  };
  context.subscriptions.push(languages.registerCompletionItemProvider({ language: 'terraform' }, provider));
};
