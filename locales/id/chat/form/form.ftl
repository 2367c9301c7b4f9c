# Formulir di luar pertanyaannya: melanjutkan, ringkasan, mengubah jawaban, mengirim, dan sesudahnya.

nothing-open = Tidak ada formulir yang menunggu Anda.
which-draft = { $count } formulir belum dikirim. Yang mana?

summary-title = <b>{ $form } · { $code }</b>
summary-title-again = <b>{ $form } { $number } · { $code }</b>
summary-draft = Semua terjawab. Periksa dulu, lalu kirim.
summary-submitted = Menunggu persetujuan.
summary-returned = Perlu diperbaiki, lalu dikirim lagi.
summary-approved = Selesai ✓
summary-amended = Sedang diperbarui. Kirim untuk menyimpannya sebagai jawaban akhir.
summary-remarks = <b>Catatan { $name }:</b> { $count }, di samping jawabannya.
remark-you = Anda
answer-unreadable = (tidak terbaca, kode { $code })
answer-hidden = (tersembunyi)

measure-ranking = <b>Urutan masalah (USG)</b>
measure-problem = { $number }. { $problem } · { $total }
measure-problem-safety = { $number }. { $problem } · { $total } · ⚠️ menyangkut keselamatan
measure-t-score = <b>Pencapaian tujuan (GAS): skor T { $score }</b>. 50 berarti sesuai harapan.
measure-functioning = <b>Keberfungsian sosial, asesmen → sekarang</b>

edit-which = <b>{ $code }</b> · jawaban mana yang diubah? Jawaban lama tetap tersimpan di riwayat.
remove-sure = Hapus bagian ini dari daftar? Jawaban lamanya tetap tersimpan di riwayat.
not-complete = Masih ada pertanyaan yang belum terjawab.
worker-sends = Formulir ini perlu persetujuan supervisor, jadi pekerja sosialnya yang mengirim.

sent-kept = ✅ { $form } tersimpan.
sent-amended = ✅ { $form } diperbarui.
sent-declined = Tersimpan. Klien belum menyetujui rencana ini, jadi rencananya kembali ke Anda untuk disusun ulang bersama klien.
sent-waits-later = ✅ { $form } terkirim dan menunggu persetujuan { $name }. Sekarang jam tenang, jadi ia membacanya di ringkasannya, { $moment }.
sent-waits = ✅ { $form } terkirim dan menunggu persetujuan { $name }.
sent-nobody = ✅ { $form } tersimpan dan menunggu persetujuan. Supervisor Anda belum ditunjuk; admin lembaga diminta menunjuknya, dan formulir ini langsung sampai kepadanya.
sent-nobody-named = ✅ { $form } tersimpan dan menunggu persetujuan. Supervisor Anda belum ditunjuk, dan admin lembaga belum bisa dihubungi lewat bot: sampaikan langsung kepada admin.
sent-unreachable = ✅ { $form } tersimpan dan menunggu persetujuan { $name }, yang sedang tidak bisa dihubungi lewat bot. Admin lembaga diberi tahu.
sent-nobody-reached = ✅ { $form } tersimpan dan menunggu persetujuan. { $name } dan admin lembaga sedang tidak bisa dihubungi lewat bot: sampaikan langsung kepada mereka.
sent-closed = Kasus <b>{ $code }</b> ditutup: { $outcome }.
sent-reopened = Kasus <b>{ $code }</b> dibuka lagi.
summary-draft-part = Draf · { $answered } dari { $of } terjawab.
names-title = <b>Nama dan identitas</b> · { $form } · { $code }
summary-draft-whole = Draf · semua terjawab, belum dikirim.
summary-draft-closed = Kasusnya sudah ditutup, jadi draf ini tidak dikirim.
summary-correcting = Sedang diperbaiki. Ubah jawabannya, lalu kirim; supervisor melihat perubahannya.
sent-corrected = ✅ Perbaikan { $form } tersimpan.
sent-corrected-told = ✅ Perbaikan { $form } tersimpan. { $name } sudah diberi tahu, dan bisa membaca alasan serta perubahannya.

button-edit-answers = ✏️ Ubah jawaban
button-send = 📨 Kirim
button-add-item = ➕ { $list }: tambah satu
button-remove-item = 🗑 Hapus { $item }
button-remove = Ya, hapus
button-to-summary = ⬅️ Ringkasan

# Yang dinilai, di samping tombolnya.
scored-goal = <b>Tujuan:</b> { $goal }
scored-level = <b>{ $level }</b> { $words }
scored-level-unwritten = <b>{ $level }</b> <i>tidak ditulis di rencana</i>
scored-baseline = Saat asesmen: <b>{ $score }</b>
safety-goal-ask =
    ⚠️ Masalah ini menyangkut keselamatan dan belum punya tujuan:
    { $problems }
    Tambahkan tujuannya?
measure-safety-uncovered = ⚠️ <b>Menyangkut keselamatan, belum ada tujuannya</b>
measure-uncovered = • { $problem }

## Nama di dalam jawaban

names-kept-client = <b>{ $what }</b> tersimpan, dan memuat nama klien. Ganti namanya dengan “{ $alias }”?
names-kept-other = <b>{ $what }</b> tersimpan, dan memuat nama orang lain. Ganti dengan inisialnya saja?
names-kept-both = <b>{ $what }</b> tersimpan, dan memuat nama klien serta orang lain. Ganti dengan “{ $alias }” dan inisial?
names-left = Baik, dibiarkan seperti tertulis.
names-agreed = Klien sudah menyetujui kalimat ini, jadi saya tidak mengubahnya sendiri. Anda bisa mengubahnya di pertanyaannya; persetujuannya lalu ditanyakan lagi.
client-unnamed = klien
button-names-out = Ganti
button-names-stay = Biarkan
names-held-client = ⚠️ Tulisan Anda memuat nama klien. Ganti namanya dengan “{ $alias }” sebelum dikirim?
names-held-other = ⚠️ Tulisan Anda memuat nama orang lain. Ganti dengan inisialnya sebelum dikirim?
names-held-both = ⚠️ Tulisan Anda memuat nama klien dan orang lain. Ganti dengan “{ $alias }” dan inisial sebelum dikirim?
names-out = Baik, namanya diganti.
button-send-as-is = Kirim begitu saja
