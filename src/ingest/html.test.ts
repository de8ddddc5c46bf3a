import { describe, expect, test } from 'vitest';
import { readHtml } from './html.ts';
import { declaredEncoding } from './html-encoding.ts';
import { isoDate } from './html-facts.ts';

const PAGE = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Ferry seized off Oran | Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette">
<meta property="article:published_time" content="2024-01-02T10:00:00+03:00">
<link rel="canonical" href="https://gazette.example/ferry">
<script>document.title = 'changed'</script></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><h1>Harbour Gazette</h1>
<article><h1>Ferry seized off Oran</h1><p>By Ana Ruiz</p>
<p>Coastguards <b>seized</b> a ferry
off Oran on Monday, the navy said in a statement&nbsp;to reporters.</p>
<figure><img src=x onerror="alert(1)"><figcaption>A ferry like this one</figcaption></figure>
<ul><li>Twelve people were held.</li></ul>
<p>The ferry’s owner denied &amp; called it “false”.<br>He did not elaborate.</p>
<h2>Background</h2><p>The port was closed in 2014 after a long dispute between the two governments.</p></article>
<aside>Read more</aside><footer>Copyright Gazette</footer></body></html>`;

const page = (head: string, body = '<p>Troops left the town on Monday, the ministry said.</p>'): string =>
  `<html><head>${head}</head><body>${body}</body></html>`;

describe('readHtml', () => {
  test('keeps the headline and the paragraphs, and nothing around them', async () => {
    const { text } = await readHtml(PAGE, 'ferry', 'ferry.html');
    expect(text).toBe(
      [
        'Ferry seized off Oran',
        'Coastguards seized a ferry off Oran on Monday, the navy said in a statement to reporters.',
        'Twelve people were held.',
        'The ferry’s owner denied & called it “false”.\nHe did not elaborate.',
        'Background',
        'The port was closed in 2014 after a long dispute between the two governments.\n',
      ].join('\n\n'),
    );
  });

  test('takes outlet, date with its zone, language and address from the page’s head', async () => {
    const { meta } = await readHtml(PAGE, 'ferry', 'ferry.html');
    expect(meta).toEqual({
      id: 'ferry',
      title: 'Ferry seized off Oran',
      outlet: 'Harbour Gazette',
      publishedAt: '2024-01-02T10:00:00+03:00',
      language: 'en',
      url: 'https://gazette.example/ferry',
    });
  });

  test('takes headline, publisher and date from JSON-LD where the head is silent', async () => {
    const linked = {
      '@graph': [
        {
          '@type': 'NewsArticle',
          headline: 'Troops leave',
          publisher: { name: 'Delta Wire' },
          datePublished: '2024-03-01',
        },
      ],
    };
    const { meta } = await readHtml(
      page(`<script type="application/ld+json">${JSON.stringify(linked)}</script>`),
      'x',
      'x.html',
    );
    expect(meta).toMatchObject({ title: 'Troops leave', outlet: 'Delta Wire', publishedAt: '2024-03-01' });
  });

  test('leaves unknown what the page does not say', async () => {
    const { meta } = await readHtml(page(''), 'x', 'x.html');
    expect(meta).toEqual({
      id: 'x',
      title: null,
      outlet: null,
      publishedAt: null,
      language: null,
      url: null,
    });
  });

  test('treats markup in a headline as words', async () => {
    const { meta, text } = await readHtml(
      page('<meta property="og:title" content="<img src=x onerror=alert(1)> blast">'),
      'x',
      'x.html',
    );
    expect(meta.title).toBe('<img src=x onerror=alert(1)> blast');
    expect(text).toContain('Troops left the town on Monday');
  });

  test.each([
    [
      'a page without words',
      '<html><body><script>var x = 1</script></body></html>',
      'holds no readable text',
    ],
    ['elements nested without end', `<html><body>${'<b>'.repeat(100_000)}x`, 'nests more than 256 elements'],
    ['elements without number', `<html><body>${'<br>'.repeat(60_000)}x`, 'holds more than 50000 elements'],
  ])('refuses %s with one sentence', async (_case, html, sentence) => {
    await expect(readHtml(html, 'x', 'x.html')).rejects.toThrow(sentence);
  });
});

test.each([
  ['2024-01-02T10:00:00Z', '2024-01-02T10:00:00Z'],
  ['2024-01-02T10:00:00.123+0300', '2024-01-02T10:00:00+03:00'],
  ['2024-01-02 10:00Z', '2024-01-02T10:00:00Z'],
  ['2024-01-02', '2024-01-02'],
  // Without a zone the clock may show another day.
  ['2024-01-02T23:30:00', '2024-01-02'],
  ['Tue, 02 Jan 2024 10:00:00 GMT', '2024-01-02T10:00:00Z'],
  ['2 hours ago', null],
  ['2024-13-45', null],
  ['', null],
])('reads the date “%s”', (words, date) => {
  expect(isoDate(words)).toBe(date);
});

test.each([
  ['<meta charset="Windows-1251">', 'windows-1251'],
  ['<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">', 'iso-8859-2'],
  ['<p>charset=utf-8</p>', null],
])('finds the declared encoding in %s', (html, encoding) => {
  expect(declaredEncoding(new TextEncoder().encode(html))).toBe(encoding);
});
