/** How a bot receives updates: by asking for them, or by being told at a webhook. */

import type { Bot } from "../chats.js";
import { flagField, integerField, jsonField, textField } from "../payload.js";
import { badRequest, conflict } from "../refusal.js";
import { telegramTiming, WebhookDelivery, type WebhookSettings } from "../webhook.js";
import { type Call, type Method, Serialized } from "./call.js";

/** Telegram's bounds: updates of one poll, seconds it may wait, connections to a webhook. */
const mostUpdates = 100;
const longestPoll = 50;
const mostConnections = 100;
const usualConnections = 40;

export const getUpdates: Method = async ({ bot, payload, onGone }) => {
  if (bot.delivery !== undefined)
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  allow(bot, payload);
  const limit = between(1, integerField(payload, "limit", mostUpdates), mostUpdates);
  const timeout = between(0, integerField(payload, "timeout"), longestPoll);
  return new Serialized(await bot.queue.get(integerField(payload, "offset"), limit, timeout * 1000, onGone));
};

/**
 * Makes `setWebhook`. Plain http is allowed, as with a Bot API server of one's own; there is no TLS here.
 * @param onReply carries out a call that a webhook answered with
 */
export function setWebhookWith(onReply: (bot: Bot, body: string, contentType: string) => void): Method {
  return (call) => {
    const { world, bot, payload } = call;
    const settings = webhookSettings(call);
    bot.delivery?.stop();
    bot.delivery = undefined;
    if (flagField(payload, "drop_pending_updates")) bot.queue.clear();
    if (settings === undefined) return true;
    allow(bot, payload);
    bot.queue.interrupt("terminated by setWebhook request");
    bot.delivery = new WebhookDelivery(settings, {
      queue: bot.queue,
      timing: { ...telegramTiming, ...world.options.webhookTiming },
      now: world.now,
      onReply: (body, contentType) => onReply(bot, body, contentType),
    });
    return true;
  };
}

export const deleteWebhook: Method = ({ bot, payload }) => {
  bot.delivery?.stop();
  bot.delivery = undefined;
  if (flagField(payload, "drop_pending_updates")) bot.queue.clear();
  return true;
};

export const getWebhookInfo: Method = ({ bot }) => {
  const { delivery, queue } = bot;
  const { lastError, settings } = delivery ?? {};
  return {
    url: settings?.url ?? "",
    has_custom_certificate: false,
    pending_update_count: queue.all().length,
    ...(settings === undefined ? {} : { max_connections: settings.maxConnections }),
    ...(settings?.ipAddress === undefined ? {} : { ip_address: settings.ipAddress }),
    ...(lastError === undefined
      ? {}
      : { last_error_date: Math.floor(lastError.at / 1000), last_error_message: lastError.message }),
    ...(queue.allowedKinds === undefined ? {} : { allowed_updates: queue.allowedKinds }),
  };
};

function webhookSettings({ payload }: Call): WebhookSettings | undefined {
  const url = textField(payload, "url");
  if (url === undefined) return undefined;
  const address = url.includes("://") ? url : `https://${url}`;
  if (!URL.canParse(address) || !/^https?:/.test(address)) throw badRequest("invalid webhook URL specified");
  const secret = textField(payload, "secret_token");
  if (secret !== undefined && secret.length > 256) throw badRequest("secret token is too long");
  if (secret !== undefined && !/^[A-Za-z0-9_-]+$/.test(secret))
    throw badRequest("secret token contains unallowed characters");
  const connections = integerField(payload, "max_connections", usualConnections);
  return {
    url: address,
    secret,
    maxConnections: between(1, connections, mostConnections),
    ipAddress: textField(payload, "ip_address"),
  };
}

function allow(bot: Bot, payload: Call["payload"]): void {
  const kinds = jsonField(payload, "allowed_updates", "allowed updates");
  if (Array.isArray(kinds)) bot.queue.allow(kinds.map(String));
}

const between = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value));
