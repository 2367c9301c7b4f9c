# Yang dikirim di luar pertanyaan: foto, pesan suara, dokumen, lokasi, catatan. Disimpan ke kasus yang dipilih pengirimnya.

fileable-photo = Foto
fileable-voice = Pesan suara
fileable-document = Dokumen
fileable-location = Lokasi
fileable-text = Catatan

filing-which = { $what } ini belum disimpan. Simpan ke kasus mana?
filing-found = Simpan ke kasus mana?
filing-no-case = Belum ada kasus yang berjalan untuk menyimpannya.
filing-kept = ✅ Tersimpan di kasus <b>{ $code }</b>{ $count ->
    [1] {""}
   *[other] {" "}({ $count } kiriman)
}.
filing-dropped = Tidak disimpan.
case-attachment-ask = Kirim foto, pesan suara, dokumen, atau lokasinya. Keterangannya boleh ditulis bersama kiriman itu.
case-note-ask = Tulis catatannya, atau kirim sebagai pesan suara.
case-added = ✅ { $what } tersimpan di kasus <b>{ $code }</b>.

button-not-filed = Tidak jadi
button-lay-by = 📥 Simpan ke kasus…
button-attach = ➕ Lampiran
button-note = 📝 Catatan

## Yang sudah disimpan, oleh penyimpannya

own-note = 📝 <b>{ $code }</b>, { $when }
own-note-where = Pindahkan ke kasus mana?
own-note-moved = ✅ Catatan dipindahkan dari <b>{ $from }</b> ke <b>{ $to }</b>. Riwayat keduanya mencatatnya.
own-note-back = Catatan ditarik kembali dari <b>{ $code }</b>. Isinya tidak ditampilkan lagi; riwayat hanya mencatat bahwa ada yang ditarik.
own-note-stays = Catatan yang sudah lebih dari sehari tidak bisa ditarik. Bila salah kasus, pindahkan.
own-note-without-names = Catatan sekarang: { $words }
button-move-note = ↔️ Pindahkan
button-take-note-back = ↩️ Tarik kembali

## Catat cepat: satu pesan menjadi catatan sesi

quick-title = ⚡ <b>Sesi · { $code }</b>
quick-asked = <i>nanti ditanyakan</i>
quick-unsaved = Belum ada yang tersimpan. Sudah betul?
quick-taken = ⚡ Sesi <b>{ $code }</b> ✓
quick-which = ⚡ Sesi di kasus mana? Belum ada yang tersimpan.
quick-no-case = Belum ada kasus Anda yang sedang dalam intervensi.
button-quick = ⚡ Catat cepat
button-quick-send = 📨 Kirim
button-quick-send-unnamed = 📨 Kirim tanpa nama
button-quick-edit = ✏️ Perbaiki
