# Kasus: daftar, kartu, langkah, mengapa sebuah langkah belum terbuka, riwayat, tutup dan buka lagi.

## Daftar

cases-open = yang berjalan
cases-mine = <b>Kasus saya</b> · { $which } · { $total }
cases-team = <b>Kasus tim</b> · { $which } · { $total }
cases-none = Belum ada kasus yang berjalan.
cases-none-in-stage = Tidak ada kasus di tahap { $stage }.
cases-which-stage = Kasus di tahap mana?
cases-search = Tulis kode kasus (misalnya 0042), atau nama klien: cukup awal katanya.
cases-found = { $total } kasus ditemukan.
cases-found-many = { $total } kasus ditemukan; ini { $shown } yang terbaru. Tulis lebih lengkap untuk mempersempit.
cases-not-found = Tidak ada kasus dengan kode atau nama itu di antara kasus Anda.

short-stage-approach = Pendekatan
short-stage-assessment = Asesmen
short-stage-plan = Rencana
short-stage-intervention = Intervensi
short-stage-evaluation = Evaluasi
short-stage-closed = Ditutup

## Kartu kasus

case-opened = Kasus <b>{ $code }</b> dibuka. Mari mulai dari pendekatan awal.
case-not-yours = Kasus itu tidak ditemukan, atau bukan untuk Anda.
card-title = <b>{ $code }</b> · { $level }
card-name = Nama: <b>{ $name }</b>
card-name-unknown = Namanya belum dicatat.
card-worker = Pekerja sosial: { $name }
card-closed = { $outcome } · { $when }
card-waits = { $form } menunggu persetujuan { $name } sejak { $since }.
round-draft = sedang diisi
round-submitted = menunggu persetujuan
round-returned = perlu diperbaiki
round-approved = selesai ✓
round-amended = selesai ✓, sedang diperbarui
supervisor-none = supervisor (belum ditunjuk)

next-step = Berikutnya: <b>{ $step }</b>.
next-step-due = Berikutnya: <b>{ $step }</b>, paling lambat { $date } ({ $days ->
    [0] hari ini
    [1] besok
   *[other] { $days } hari lagi
 }).
next-step-late = Berikutnya: <b>{ $step }</b>, seharusnya { $date }.

outcome-terminated = Layanan selesai
outcome-referredOut = Dirujuk ke lembaga lain
outcome-ineligible = Tidak memenuhi syarat
outcome-withdrew = Klien mengundurkan diri
    .button = Klien mengundurkan diri
outcome-died = Klien meninggal
    .button = Klien meninggal
outcome-moved = Klien pindah
    .button = Klien pindah
outcome-declined = Klien tidak setuju layanan
    .button = Klien tidak setuju layanan
outcome-voided = Dibuang karena kosong
outcome-erased = Data kasus dimusnahkan

## Langkah

steps-title = <b>{ $code }</b> · semua langkah. Yang bertanda 🔒 belum terbuka; tekan untuk tahu sebabnya.
gate-case-closed = Kasus ini sudah ditutup ({ $outcome }). Bila klien membutuhkan lagi, kasusnya bisa dibuka kembali dengan alasan.
gate-before-incomplete = { $form } belum terbuka: { $before } belum selesai.
gate-awaiting-approval = { $form } belum terbuka: { $before } menunggu persetujuan { $name } sejak { $since }.
gate-awaiting-itself = { $form } sudah dikirim dan menunggu persetujuan { $name } sejak { $since }.
gate-returned = { $form } belum terbuka: { $before } dikembalikan dan perlu diperbaiki dulu.
gate-client-declined-plan = { $form } belum terbuka: klien belum menyetujui rencananya. Susun ulang rencananya bersama klien.
gate-not-eligible = { $form } belum terbuka: klien tidak memenuhi syarat layanan lembaga.
gate-no-consent = { $form } belum terbuka: klien belum menyetujui layanan.
gate-needs-decision = { $form } belum terbuka: keputusan evaluasi terakhir belum ke sana.
gate-referral-unanswered = { $form } belum terbuka: belum ada lembaga yang menerima rujukan.
gate-needs-termination = { $form } dimulai setelah layanan diakhiri.
gate-no-aftercare = Tidak ada bimbingan lanjut: kasus berakhir tanpa terminasi ({ $outcome }).

## Tutup, buka lagi, buka lebih awal

close-why = Mengapa <b>{ $code }</b> ditutup? Bila tujuannya tercapai atau waktunya selesai, pakai terminasi.
close-reason = Ceritakan singkat apa yang terjadi. Ini tersimpan di riwayat kasus.
reopen-reason = Mengapa kasus ini dibuka lagi?
override-reason = Mengapa langkah ini perlu dibuka lebih awal? Alasannya tercatat dengan nama Anda.
override-done = { $form } di { $code } kini terbuka untuk satu kali pengisian.
notice-override = { $name } membuka { $form } di <b>{ $code }</b> lebih awal.
case-still-empty = Kasus <b>{ $code }</b> masih kosong, jadi kasus itu yang dipakai. Mari mulai dari pendekatan awal.
case-discarded = Kasus kosong <b>{ $code }</b> dibuang. Kodenya tidak dipakai lagi.
discard-sure = Buang draf { $form } <b>{ $code }</b>? { $answers } jawaban ikut dibuang.
draft-discarded = Draf { $form } <b>{ $code }</b> dibuang.
read-which = <b>{ $code }</b> · formulir mana yang dibaca?
read-nothing = <b>{ $code }</b> belum punya formulir untuk dibaca.
closing-waits = Penutupan ({ $outcome }) menunggu { $name }.
reopening-waits = Pembukaan kembali menunggu { $name }.
request-admin = admin lembaga
card-refused = Tidak disetujui { $name }: { $text }
request-closing =
    <b>Penutupan { $code } menunggu Anda</b> · { $name }
    { $outcome }
request-reopening = <b>Pembukaan kembali { $code } menunggu Anda</b> · { $name }
request-from-form = Alasannya ada di formulir yang dikirim.
request-no-danger = Tidak ada bahaya yang belum selesai.
request-no-clock = Tidak ada tenggat yang berjalan.
request-clock = ⏳ { $what }: { $when }
request-consent-yes = Klien menyetujui layanan.
request-consent-no = Klien tidak menyetujui layanan.
request-consent-none = Persetujuan layanan belum dicatat.
request-refusal = Mengapa belum disetujui? Tulis dalam satu pesan; pekerja sosialnya membacanya di kartu kasus.
request-refused = ↩️ { $code } dikembalikan kepada { $name } dengan catatan Anda.
request-closing-short = Penutupan
request-reopening-short = Pembukaan kembali
notice-closing-asked = { $name } meminta <b>{ $code }</b> ditutup. Keputusannya di tangan Anda.
notice-reopening-asked = { $name } meminta <b>{ $code }</b> dibuka lagi. Keputusannya di tangan Anda.
notice-closed = <b>{ $code }</b> ditutup oleh { $name }.
notice-reopened = <b>{ $code }</b> dibuka lagi oleh { $name }.
notice-request-refused = { $name } belum menyetujui permintaan Anda untuk <b>{ $code }</b>. Catatannya ada di kartu kasus.

button-step-start = ▶️ Mulai { $form }
button-step-continue = ▶️ Lanjutkan { $form }
button-step-repeat = ➕ Mulai { $form } baru
button-step-session = 📝 Catat sesi
button-step-amend = ✏️ Perbarui { $form }
button-step-answer = 📩 Catat kabar rujukan
button-step-closed = 🔒 { $form }
button-another-referral = ➕ Rujukan lain
button-signed = 🖊 Kontrak sudah ditandatangani
button-other-steps = Langkah lain
button-history = 🗂 Riwayat
button-show-name = 👁 Tampilkan nama
button-hide-name = 🙈 Sembunyikan nama
button-close-case = Tutup kasus
button-reopen = 🔓 Buka lagi
button-override = 🔓 Buka dengan alasan
button-find = 🔎 Cari
button-by-stage = Per tahap
button-all-open = Semua yang berjalan
button-to-list = ⬅️ Daftar kasus
button-to-case = 📂 Ke kasus
button-read = 📄 Baca
button-discard-case = 🗑 Buang
button-discard-draft = 🗑 Buang draf
button-discard-sure = Ya, buang
request-taken-back = { $name } menarik kembali permintaan ini. Tidak ada yang perlu diputuskan.
request-anew = { $name } mengajukan permintaan baru sejak kartu ini dibuat. Putuskan pada kartu yang baru di bawah.
closing-taken-back = ↩️ Permintaan penutupan { $code } ditarik kembali. Kasusnya tetap terbuka.
reopening-taken-back = ↩️ Permintaan membuka lagi { $code } ditarik kembali. Kasusnya tetap ditutup.
notice-closing-taken-back = { $name } menarik kembali permintaan penutupan <b>{ $code }</b>. Tidak ada yang perlu Anda putuskan.
notice-reopening-taken-back = { $name } menarik kembali permintaan membuka lagi <b>{ $code }</b>. Tidak ada yang perlu Anda putuskan.

## Yang terbaca sekilas

card-title-alias = <b>{ $code }</b> · { $alias } · { $level }
card-client = { $about }
card-consent-yes = Persetujuan layanan: ya
card-consent-no = Persetujuan layanan: tidak
card-consent-none = Persetujuan layanan: belum dicatat
card-contact = Kontak terakhir: { $days ->
    [0] hari ini
    [1] kemarin
   *[other] { $days } hari lalu ({ $date })
 }
card-goal = 🎯 { $number }. { $goal }
card-goal-level = 🎯 { $number }. { $goal } · tingkat { $level }
cases-contact = { $days } hr
alias-ask = Sebutan untuk <b>{ $code }</b> di daftar dan kartu? Bukan namanya; misalnya: Nenek kebun. Paling panjang { $max } huruf.
alias-is-name = Sebutan itu memuat nama klien, jadi siapa pun yang melihat layar Anda tahu siapa orangnya. Pilih sebutan yang lain, ya.
button-alias = 🏷 Sebutan
button-no-alias = Tanpa sebutan
button-copy = 📋 Salin kode
