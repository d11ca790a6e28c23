/** Words that most leaked passwords are made of. */
const WORDS = new Set(
  `access admin administrator adobe amanda andrew angel anthony apple arsenal ashley asshole austin
  azerty bailey banana barcelona baseball basketball batman bigdaddy blink blowjob buster butterfly
  changeme charlie cheese chelsea chicken chocolate chris computer cookie corvette cowboy creative
  dallas daniel david default diamond dolphin donald dragon elephant facebook family ferrari flower
  football forever freedom friend friends fuckoff fuckyou george ginger google guest hannah hannover
  harley hello helloworld hockey hunter iloveu iloveyou internet jackson james jasmine jennifer
  jessica jesus jordan joshua justin killer klaster letmein liverpool login london loveme lovely
  maggie manchester marina martin master matrix matthew mercedes michael michelle monkey morgan
  mustang myspace naruto nicole nothing office orange pass passw passwd password passwort patrick
  peanut pepper phoenix pokemon prince princess private purple qazwsx qwerty qwertyuiop ranger
  rainbow robert root samantha samsung scooter secret secure server shadow silver slipknot snoopy
  soccer starwars startrek success summer sunshine superman superstar sweet system tennis test tester
  testing thomas thunder tigger trustno trustnoone user vanilla victoria welcome whatever william
  winter wizard yankees yellow zxcvbn zxcvbnm correcthorsebatterystaple`.split(/\s+/),
);

/** Rows of keyboards, the alphabet and the digits, each twice so that they may go round. */
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  '1234567890',
  'qwertyuiopasdfghjklzxcvbnm',
]
  .flatMap((row) => [row, [...row].reverse().join('')])
  .map((row) => row + row + row);

const LEET: Readonly<Record<string, string>> = { '@': 'a', 4: 'a', 3: 'e', 1: 'i', 0: 'o', $: 's' };

/**
 * Whether a password is among the first that anybody would try: a known word with digits around it,
 * the same over and over, or a row of the keyboard.
 */
export function isCommon(password: string): boolean {
  const text = password.toLowerCase();
  const repeated = /^(.{1,8}?)\1+(.{0,7})$/.exec(text);
  if (repeated?.[1]?.startsWith(repeated[2] ?? '')) return true;
  if (ROWS.some((row) => row.includes(text))) return true;
  const plain = (some: string) => some.replace(/[^a-z]/g, '');
  const core = text.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const read = text.replace(/[^a-z]+$/, '').replace(/[@4310$]/g, (sign) => LEET[sign] ?? '');
  return [core, plain(text), plain(read)].some((word) => WORDS.has(word) || isPairOfWords(word));
}

/** `passwordqwerty` is no better than its halves. */
function isPairOfWords(text: string): boolean {
  return Array.from(text).some(
    (_, at) => WORDS.has(text.slice(0, at)) && WORDS.has(text.slice(at)),
  );
}
