# Attachments that could not be fetched from Telegram.

attachment-lost = Sorry, the { $kind ->
    [photo] photo
    [voice] voice note
   *[document] document
} you sent for case { $code } could not be fetched from Telegram, so it has not been kept. Your other answers are safe. Please open its question with Edit and send it again (20 MB at most).
