import { describe, expect, test } from 'vitest';
import { englishShare, latinShare } from './english.ts';
import { requireEnglish } from './language.ts';

const refuse = async (): Promise<never> => {
  throw new Error('The detector was asked.');
};

describe('requireEnglish', () => {
  test.each([
    'Troops crossed the river near Ravna on Monday, officials said, after the talks had failed.',
    'Five killed',
    '',
    '12 – 14 – 2024',
  ])('lets English and what cannot be told pass without asking the detector: %s', async (text) => {
    await expect(requireEnglish(text, 'r.txt', refuse)).resolves.toBeUndefined();
  });

  test.each([
    'BREAKING: Blast in Kabul kills dozens',
    'Peruvian Navy Quietly Leaves Southern Port After Rescue Mission',
    'Hezbollah: Nasrallah, Qassem, Raad, Safieddine, Fneish',
    'Al-Shabaab, Puntland, Galkayo, Boosaaso, Mogadishu, Kismayo',
    'Zelensky, Scholz, Macron, Stoltenberg, Lukashenko, Erdogan, Orban',
    'Syria ceasefire talks collapse, Lavrov says',
    'USS Gerald R. Ford, HMS Queen Elizabeth, INS Vikrant: carrier deployments 2024',
    'Tigray forces withdraw, Ethiopia denies attack',
  ])('lets headlines and lists of names pass: %s', async (text) => {
    await expect(requireEnglish(text, 'r.txt')).resolves.toBeUndefined();
  });

  test.each([
    [
      'French',
      'Les troupes sont entrées dans la ville lundi, selon le ministère de la défense. Le gouvernement dément.',
    ],
    ['Spanish', 'El ejército negó haber atacado el puesto fronterizo el lunes, según informó el ministerio.'],
    ['German', 'Die Truppen haben am Montag die Grenze überschritten, teilte das Ministerium mit.'],
    ['Russian', 'Российские войска вошли в город в понедельник, сообщило министерство обороны.'],
    ['Ukrainian', 'Українські військові заперечили, що їхні солдати перетнули кордон у понеділок.'],
    ['Arabic', 'نفى الجيش الإسرائيلي يوم الاثنين أنه قصف القرية الحدودية.'],
    ['Chinese', '国防部周一否认其士兵越过边境。'],
    [
      'Dutch',
      'De minister van Defensie was maandag in de stad en zei dat het leger de grens niet had overgestoken, maar was er niets te zien.',
    ],
    [
      'Danish',
      'Forsvarsministeren sagde mandag, at hæren ikke havde krydset grænsen. Det er over et år siden, at der var kampe i området.',
    ],
    [
      'Italian',
      'Il ministro ha detto lunedì che i soldati non hanno attraversato il confine. A Roma i partiti chiedono che siano puniti.',
    ],
    [
      'a language that could not be told',
      'Wasiirka gaashaandhigga ayaa Isniintii sheegay in ciidanku aysan ka gudbin xadka. Tuulada waxba lagama arko maanta.',
    ],
    ['Turkish', 'Savunma bakanlığı pazartesi günü askerlerinin sınırı geçtiğini yalanladı.'],
    ['Hebrew', 'צבא הגנה לישראל הכחיש ביום שני כי תקף את הכפר.'],
  ])('refuses %s and names it', async (language, text) => {
    await expect(requireEnglish(text, 'r.txt')).rejects.toThrow(
      `r.txt: the text is in ${language}, and there is an engine for English only; it was not read.`,
    );
  });

  test('reads an English report that quotes another language', async () => {
    const text =
      'The crowd shouted “¡El pueblo unido jamás será vencido!” as the army moved in on Monday, witnesses said.';
    await expect(requireEnglish(text, 'r.txt', refuse)).resolves.toBeUndefined();
  });
});

test('measures the share of common English words and of Latin letters', () => {
  expect(englishShare('The army said it was not there')).toEqual({ share: 5 / 7, words: 7 });
  expect(englishShare('')).toEqual({ share: 0, words: 0 });
  expect(latinShare('abc где')).toBe(0.5);
  expect(latinShare('123')).toBe(1);
});
