# Permintaan klien atas datanya: kartu, tindakannya, bukti, dan pemusnahan.

data-request-restriction = Membatasi pemakaian datanya
data-request-erasure = Menghapus dan memusnahkan datanya
data-request-words = Klien meminta: { $what }. Apa persisnya yang diminta? Tulis dengan kata klien.
data-request-noted = ✅ Permintaan dicatat.

data-right-access = salinan data
data-right-correction = perbaikan data
data-right-restriction = pembatasan
data-right-withdrawal = penarikan izin
data-right-erasure = pemusnahan

data-card-title = 🔏 <b>{ $code } · { $what }</b>
data-card-asked = Klien meminta: { $what } (UU 27/2022 { $right }).
data-card-since = Diminta { $at }, dicatat { $name }.
data-card-duty = Kewajiban lembaga: UU 27/2022 { $duty }, paling lambat 3 × 24 jam.
data-card-default = Kewajiban lembaga: UU 27/2022 { $duty }. Undang-undang tidak menetapkan jamnya; 3 hari adalah patokan bot.
data-card-ended = ✅ Selesai { $at } oleh { $name }:
data-card-untold = ⚠️ Belum tercatat bahwa klien diberi tahu hasilnya.
data-card-told = 📣 Klien diberi tahu, dicatat { $at } oleh { $name }.

data-act-access = Buat salinannya dulu. Setelah diserahkan kepada klien, catat caranya di sini.
data-act-copied = Salinan sudah dibuat. Setelah diserahkan kepada klien, catat caranya di sini.
data-act-correction = Buka formulirnya dan perbaiki jawabannya. Permintaan ini selesai setelah ada jawaban yang diubah.
data-act-corrected = { $changes } jawaban sudah diubah sejak diminta. Beri tahu klien hasilnya, lalu catat di sini.
data-act-restriction = Batasi kasus ini: setelah itu kasus hanya bisa dibaca. Bahaya tetap bisa dilaporkan.
data-act-withdrawal = Kasus berhenti sampai supervisor menetapkan dasar hukum lain atau menghentikannya.
data-act-erasure = Supervisor meminta pemusnahan, lalu admin menyetujui. Dua orang, karena tidak bisa dibatalkan.
data-act-erasure-asked = { $name } sudah meminta pemusnahan. Menunggu persetujuan admin.
data-bar-preserved = ⚖️ Belum bisa dimusnahkan: data ini ditahan untuk proses hukum (UU 27/2022 Pasal 15 ayat (1) huruf b).
data-bar-danger = ⚠️ Belum bisa dimusnahkan: ada bahaya yang belum selesai di kasus ini. Selesaikan dulu.
data-bar-erased = Isi kasus ini sudah dimusnahkan.

data-end-handed-over = Salinan sampai kepada klien: { $way }.
data-end-corrected = { $changes } jawaban diperbaiki atas permintaan klien.
data-end-restricted = Pemakaian data dibatasi, kasus hanya bisa dibaca.
data-end-grounded = Dasar hukum lain ditetapkan, kasus dilanjutkan.
data-end-stopped = Kasus dihentikan.
data-end-consented = Klien memberi izin lagi.
data-end-erased = Seluruh isi kasus dimusnahkan: { $rows } catatan dan { $files } berkas.
data-end-refused = Ditolak: { $ground } (UU 27/2022 { $article }).

copy-way-printed = dicetak dan diserahkan
copy-way-file = dikirim sebagai berkas
copy-way-shown = diperlihatkan dan dibaca bersama
copy-way = Bagaimana salinan itu sampai kepada klien?
copy-to = Diserahkan kepada siapa, kapan, dan apa buktinya? Misalnya: kepada klien sendiri, 24 November, tanda terima ditandatangani.
copy-ordered = 📄 Salinan sedang dibuat: satu PDF untuk dibaca dan satu JSON untuk sistem lain, ditambah { $files } berkas kasus. Serahkan hanya kepada klien atau walinya; periksa dulu apakah ada data orang lain di dalamnya.
correct-which = Jawaban di formulir mana yang diperbaiki?
correction-by-request = Permintaan klien (UU 27/2022 Pasal 6): { $words }
correction-done = Apa yang diperbaiki, dan bagaimana klien diberi tahu hasilnya?
restriction-reason = Mengapa kasus ini dibatasi, dan sampai kapan bila klien menyebutnya?
unrestrict-reason = Mengapa pembatasan ini dicabut?
unrestricted = 🔓 Pembatasan { $code } dicabut. Kasus bisa diisi lagi.
declined-restricted = Kasus ini hanya bisa dibaca: klien meminta pemakaian datanya dibatasi. Supervisor bisa mencabutnya dari kartu kasus. Bahaya tetap bisa dilaporkan.
card-restricted = 🔒 <b>Hanya bisa dibaca</b> sejak { $since } atas permintaan klien, dicatat { $name }. Alasannya: { $reason }
card-preserved = ⚖️ Ditahan dari pemusnahan sejak { $since } oleh { $name }. Alasannya: { $reason }

data-refuse-which = Undang-undang hanya membolehkan penolakan dengan dasar berikut. Dasar mana yang berlaku?
data-refusal-reason = Mengapa dasar itu berlaku di kasus ini?
refusal-ground-safety = membahayakan klien atau orang lain
refusal-ground-others-data = membuka data orang lain
refusal-ground-law-enforcement = proses penegakan hukum
refusal-ground-public-interest = kepentingan umum penyelenggaraan negara
refusal-ground-law-forbids = peraturan tidak membolehkan
refusal-ground-safety-of-others = membahayakan keselamatan orang lain
refusal-ground-contract = terikat perjanjian tertulis

button-data-request-open = 🔏 Buka permintaan
button-make-copy = 📄 Buat salinan
button-copy-again = 📄 Buat salinan lagi
button-copy-handed = 📤 Sudah diserahkan
button-correct-which = ✏️ Perbaiki jawaban
button-corrected = 📣 Sudah diperbaiki dan disampaikan
button-restrict = 🔒 Batasi kasus ini
button-unrestrict = 🔓 Cabut pembatasan
button-withdrawal-over = ✔️ Klien memberi izin lagi
button-data-refuse = ⛔ Tolak dengan dasar hukum
button-client-told = 📣 Klien sudah diberi tahu
button-ask-erasure = 🗑 Minta pemusnahan
button-ask-erasure-yes = 🗑 Ya, minta admin memusnahkan
button-preserve = ⚖️ Tahan untuk proses hukum
button-unpreserve = ⚖️ Cabut penahanan
button-erase = 🗑 Musnahkan
button-erase-yes = 🗑 Ya, musnahkan sekarang
button-erasure-decline = ↩️ Kembalikan ke supervisor
button-erasure-letter = ✉️ Surat pemberitahuan

erasure-sure = Semua isi { $code } akan dimusnahkan: jawaban dan riwayatnya, catatan, berkas, surat, konsultasi, nama. Ini <b>tidak bisa dibatalkan</b>. Yang tinggal hanya kode kasus dan catatan bahwa kasus dimusnahkan. Klien wajib diberi tahu (UU 27/2022 Pasal 45). Minta admin menyetujuinya?
erasure-asked = Pemusnahan { $code } diminta. Admin harus menyetujuinya.
erasure-card =
    🗑 <b>Pemusnahan { $code }</b>
    { $name } meminta pemusnahan karena klien memintanya (UU 27/2022 { $articles }).
    Semua isi kasus akan hilang: jawaban, catatan, berkas, nama. Kode kasus dan catatan pemusnahan tetap ada.
erase-sure = Musnahkan semua isi { $code } sekarang? Ini <b>tidak bisa dibatalkan</b>.
erased = ✅ Isi { $code } dimusnahkan: { $rows } catatan dan { $files } berkas. Berkasnya terhapus dari server dalam beberapa detik, pesan bot tentang kasus ini dari percakapan.
erasure-declined = Permintaan pemusnahan { $code } dikembalikan ke supervisor.
erasure-letter =
    <b>{ $institution }</b>

    Perihal: pemberitahuan pemusnahan data pribadi ({ $code })

    Kepada Yth. ……………………

    Sesuai permintaan Anda dan UU 27/2022 { $articles }, kami memberitahukan (Pasal 45) bahwa pada { $day } seluruh data pribadi Anda dalam kasus { $code } telah dimusnahkan: { $rows } catatan dan { $files } berkas. Yang kami simpan hanya kode kasus dan catatan bahwa pemusnahan dilakukan, tanpa nama dan tanpa isi. Salinan cadangan yang dibuat sebelumnya tersegel dan dihapus menurut jadwalnya.

    Hormat kami,
    ……………………
preserve-reason-preserved = Siapa yang membutuhkan data ini untuk proses hukum, dan nomor suratnya? Selama ditahan, kasus tidak bisa dimusnahkan.
preserve-reason-preservation-lifted = Mengapa penahanan untuk proses hukum dicabut?
preserve-preserved = ⚖️ { $code } ditahan dari pemusnahan.
preserve-preservation-lifted = ⚖️ Penahanan { $code } dicabut. Kasus bisa dimusnahkan bila klien memintanya.

notice-erasure-wanted = 🔏 { $code }: klien meminta datanya dimusnahkan. { $name } mencatatnya; Anda yang memutuskan.
notice-erasure-asked = 🗑 { $code }: { $name } meminta persetujuan Anda untuk memusnahkan isi kasus.
notice-erased = 🗑 { $code } sudah dimusnahkan: { $rows } catatan dan { $files } berkas. Beri tahu klien (UU 27/2022 Pasal 45), lalu catat.
notice-erasure-declined = ↩️ { $code }: { $name } belum menyetujui pemusnahan dan mengembalikannya kepada Anda.

paper-data-copy = Salinan data pribadi
paper-data-json = Salinan data (JSON)
paper-copy-at = Dibuat
paper-copy-opening = Salinan ini memuat semua data pribadi Anda yang dicatat lembaga dalam kasus ini (UU 27/2022 Pasal 7 dan 13). Anda berhak meminta perbaikan (Pasal 6), pembatasan (Pasal 11), penarikan persetujuan (Pasal 9), dan pemusnahan (Pasal 8).
paper-copy-recorded = Dicatat oleh { $names }, { $from } sampai { $to }.
paper-copy-notes = Catatan
paper-copy-files = Berkas
paper-copy-readers = Siapa yang membuka data Anda
paper-copy-reader = { $name }: { $days } hari
paper-copy-receiver = Penerima salinan

register-request-told = klien diberi tahu { $at }
register-request-refused = ditolak { $at }
history-data-asked = klien meminta { $what }
history-data-ended = permintaan klien selesai ({ $what }): { $how }
history-data-told = klien diberi tahu hasil permintaannya ({ $what })
