import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Config, ConfigError, loadConfig, readConfig } from '../src/config.ts';

const names = Object.keys(Config.unwrap().shape);
const token = 'x'.repeat(72);

/** The sentence with which settings are refused. */
function refusal(read: () => Config): string {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error('the settings were taken');
}

describe('settings', () => {
  test('have defaults with which everything runs', () => {
    expect(readConfig({})).toEqual({
      DATA_DIR: 'data',
      HOME_MARKET: 'US',
      LOG_LEVEL: 'info',
      WIRE_ORIGINS: new Map(),
      WIRE_ALLOW_PRIVATE: [],
    });
  });

  test('are absent where they are empty', () => {
    const empty = Object.fromEntries(names.map((name) => [name, '']));

    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  test('are read as what they mean', () => {
    const config = readConfig({
      DISCORD_TOKEN: token,
      DISCORD_API_URL: 'http://127.0.0.1:4000/api',
      SOURCES: ' cn-trade-notices, uk-trade-notices ,',
      POLL_MINUTES: '2.5',
      HOME_MARKET: 'South Korea',
      METRICS_PORT: '[::1]:9464',
      WIRE_ORIGINS:
        'https://trade.example=http://127.0.0.1:8081, https://other.example=http://127.0.0.1:8082',
      WIRE_ALLOW_PRIVATE: '127.0.0.1, ::1',
      HOME: '/root',
    });

    expect(config).toMatchObject({
      DISCORD_TOKEN: token,
      SOURCES: ['cn-trade-notices', 'uk-trade-notices'],
      POLL_MINUTES: 2.5,
      HOME_MARKET: 'South Korea',
      METRICS_PORT: { host: '::1', port: 9464 },
      WIRE_ORIGINS: new Map([
        ['https://trade.example', 'http://127.0.0.1:8081'],
        ['https://other.example', 'http://127.0.0.1:8082'],
      ]),
      WIRE_ALLOW_PRIVATE: ['127.0.0.1', '::1'],
    });
    expect(config).not.toHaveProperty('HOME');
  });

  test.each([
    ['DISCORD_TOKEN', 'abc'],
    ['DISCORD_API_URL', 'discord.example/api'],
    ['DISCORD_API_URL', 'ftp://discord.example'],
    ['SOURCES', ' , '],
    ['POLL_MINUTES', '0'],
    ['POLL_MINUTES', '1441'],
    ['POLL_MINUTES', 'ten'],
    ['HOME_MARKET', 'Mars'],
    ['METRICS_PORT', '0'],
    ['METRICS_PORT', '70000'],
    ['METRICS_PORT', 'localhost'],
    ['LOG_LEVEL', 'loud'],
    ['WIRE_ORIGINS', 'https://trade.example'],
    ['WIRE_ORIGINS', 'https://trade.example/news=http://127.0.0.1:8081'],
    ['WIRE_ORIGINS', 'https://trade.example/=http://127.0.0.1:8081'],
    ['WIRE_ORIGINS', 'https://a.example=http://127.0.0.1:1=http://127.0.0.1:2'],
    ['WIRE_ALLOW_PRIVATE', '127.0.0.1,localhost'],
    ['PROXY', 'proxy.example:3128'],
    ['PROXY', 'socks5://proxy.example'],
    ['WIRE_CLOCK', '300'],
    ['MODEL_URL', 'model.example/v1'],
    ['MODEL_URL', 'https://user:word@model.example/v1'],
    ['MODEL_URL', 'https://model.example/v1?key=1'],
  ])('refuse %s=%s, and say nothing of others', (name, value) => {
    const message = refusal(() => readConfig({ [name]: value, CONTACT: 'desk@trade.example' }));

    expect(message).toMatch(new RegExp(`^environment: ${name} .+\\. Nothing was started\\.$`));
    expect(names.filter((other) => message.includes(other))).toEqual([name]);
  });

  test('that are bad are all named at once, each with what it must be', () => {
    const message = refusal(() =>
      readConfig({
        DISCORD_TOKEN: 'abc',
        POLL_MINUTES: '0',
        HOME_MARKET: 'Mars',
        LOG_LEVEL: 'info',
        WIRE_ALLOW_PRIVATE: 'localhost,router',
      }),
    );

    expect(message).toBe(
      'environment: DISCORD_TOKEN is too short for a bot token, POLL_MINUTES must be 1–1440 (is "0"), ' +
        'HOME_MARKET must be one of US, EU, Japan, South Korea, Taiwan, ' +
        'WIRE_ALLOW_PRIVATE must be IP addresses, or IP:port, separated by commas (has "localhost"), ' +
        'WIRE_ALLOW_PRIVATE must be IP addresses, or IP:port, separated by commas (has "router"). ' +
        'Nothing was started.',
    );
  });

  test.each([
    [{ MODEL_URL: 'https://model.example/v1' }, 'MODEL_URL needs MODEL_NAME beside it'],
    [{ MODEL_NAME: 'small' }, 'MODEL_NAME needs MODEL_URL beside it'],
    [{ MODEL_KEY: 'k-1' }, 'MODEL_KEY needs MODEL_URL beside it'],
  ])('of a model go together: %o', (settings, fault) => {
    expect(refusal(() => readConfig(settings))).toBe(`environment: ${fault}. Nothing was started.`);
  });

  test('of a model may lead into a private network, and need no key', () => {
    const settings = { MODEL_URL: 'http://127.0.0.1:11434/v1', MODEL_NAME: 'small' };

    expect(readConfig(settings)).toMatchObject(settings);
  });

  test('that are bad do not show the key of a model', () => {
    const [MODEL_URL, MODEL_NAME, secret] = ['https://model.example/v1', 'small', 'two words'];

    expect(refusal(() => readConfig({ MODEL_URL, MODEL_NAME, MODEL_KEY: secret }))).not.toContain(secret);
  });

  test('that are bad do not show the token', () => {
    const secret = 'MTIzNDU2.short-secret';

    expect(refusal(() => readConfig({ DISCORD_TOKEN: secret }))).not.toContain(secret);
  });
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

  test('lists exactly the names of the settings', () => {
    const listed = [...text.matchAll(/^(\w+)=/gm)].map(([, name]) => name);

    expect(listed.length).toBeGreaterThan(5);
    expect(listed.toSorted()).toEqual(names.toSorted());
  });

  test('may be copied as it is', () => {
    expect(readConfig(parseEnv(text))).toEqual(readConfig({}));
  });
});

describe('a file of settings', () => {
  let folder: string;
  let file: string;
  const write = (...lines: string[]) => writeFileSync(file, lines.join('\n'));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'config-'));
    file = join(folder, '.env');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('need not be there', () => {
    expect(loadConfig({ HOME_MARKET: 'EU' }, file)).toMatchObject({ HOME_MARKET: 'EU', LOG_LEVEL: 'info' });
  });

  test('is read, with its comments, quotes and line ends', () => {
    write(
      '# Ours',
      '',
      'HOME_MARKET="South Korea"\r',
      "  export CONTACT='desk@trade.example' # the desk",
      'DATA_DIR = wire',
    );

    expect(loadConfig({}, file)).toMatchObject({
      HOME_MARKET: 'South Korea',
      CONTACT: 'desk@trade.example',
      DATA_DIR: 'wire',
    });
  });

  test('gives way to the environment', () => {
    write('HOME_MARKET=EU', 'POLL_MINUTES=30', 'LOG_LEVEL=loud');

    const config = loadConfig({ HOME_MARKET: 'Japan', LOG_LEVEL: 'debug' }, file);

    expect(config).toMatchObject({ HOME_MARKET: 'Japan', POLL_MINUTES: 30, LOG_LEVEL: 'debug' });
  });

  test('does not give way to an empty variable, which counts as absent', () => {
    write('HOME_MARKET=EU');

    expect(loadConfig({ HOME_MARKET: '' }, file)).toMatchObject({ HOME_MARKET: 'EU' });
  });

  test('is named when it is at fault', () => {
    write('HOME_MARKET=Mars', 'POLL_MINUTES=0');

    expect(refusal(() => loadConfig({}, file))).toBe(
      `${file}: POLL_MINUTES must be 1–1440 (is "0"), ` +
        'HOME_MARKET must be one of US, EU, Japan, South Korea, Taiwan. Nothing was started.',
    );
  });

  test('is not blamed for what the environment says', () => {
    write('HOME_MARKET=EU');

    const message = refusal(() => loadConfig({ POLL_MINUTES: '0' }, file));

    expect(message).toBe('environment: POLL_MINUTES must be 1–1440 (is "0"). Nothing was started.');
  });

  test.each([
    ['HOME_MARKET: EU', 2],
    ['HOME_MARKET', 2],
    ['=EU', 2],
    ['HOME MARKET=EU', 2],
  ])('with the line "%s" is refused, and the line is told', (line, number) => {
    write('# Ours', line, 'LOG_LEVEL=info');

    expect(refusal(() => loadConfig({}, file))).toBe(
      `${file}: line ${number} is not of the form NAME=value. Nothing was started.`,
    );
  });

  test.each(['DISCORD_TOKN', 'discord_token'])('with the unknown name %s is refused', (name) => {
    write(`${name}=1`, 'LOG_LEVEL=info');

    expect(refusal(() => loadConfig({}, file))).toBe(
      `${file}: no setting of Ministry Wire is called ${name}. Nothing was started.`,
    );
  });
});
