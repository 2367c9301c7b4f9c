# Lampiran yang tidak berhasil diambil dari Telegram.

attachment-lost = Maaf, { $kind ->
    [photo] foto
    [voice] pesan suara
   *[document] dokumen
} yang Anda kirim untuk kasus { $code } tidak dapat diambil dari Telegram, jadi belum tersimpan. Jawaban lainnya aman. Silakan buka pertanyaannya lewat Ubah, lalu kirim lagi (paling besar 20 MB).
