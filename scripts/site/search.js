// Finds pages by the words of a text: an id, some words, or what AWS answered, pasted whole.
(() => {
  /** The words of a text; short ones and numbers say nothing. */
  const wordsOf = (text) => new Set(text.toLowerCase().match(/[\p{L}_*][\p{L}\p{N}_*]{2,}/gu) ?? []);

  const scoreOf = (query, page, pages) => {
    let score = 0;
    for (const word of query) {
      if (!page.words.has(word)) continue;
      const others = pages.filter(({ words }) => words.has(word)).length;
      score += Math.log(1 + pages.length / others) * (page.names.has(word) ? 2 : 1);
    }
    return score;
  };

  /** The pages for a query, best first. */
  const find = (text, data) => {
    const query = wordsOf(text.replaceAll('-', ' '));
    const pages = data.map((page) => ({
      ...page,
      words: wordsOf(page.text.replaceAll('-', ' ')),
      names: wordsOf(page.title.replaceAll('-', ' ')),
    }));
    const plain = text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
    const ranked = pages.map((page) => {
      const isWhole = plain.length > 3 && page.text.toLowerCase().includes(plain) ? 50 : 0;
      return { page, score: scoreOf(query, page, pages) + isWhole + (page.title === plain ? 100 : 0) };
    });
    return ranked
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score)
      .slice(0, 12)
      .map(({ page }) => page);
  };

  globalThis.findPages = find;
  if (typeof document === 'undefined') return;
  const [input, list] = [document.getElementById('search'), document.getElementById('found')];
  const root = document.body.dataset.root;
  const show = () => {
    const pages = input.value.trim().length < 2 ? [] : find(input.value, globalThis.searchData);
    list.replaceChildren(
      ...pages.map(({ path, title, about }) => {
        const [item, link] = [document.createElement('li'), document.createElement('a')];
        link.href = root + path;
        link.textContent = title;
        item.append(link, ` ${about}`);
        return item;
      }),
    );
  };
  input.addEventListener('input', show);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') list.querySelector('a')?.click();
    if (event.key === 'Escape') {
      input.value = '';
      show();
    }
  });
})();
