# Persetujuan: kartu untuk supervisor, keputusan, kabar untuk pekerja sosial, dan bila supervisor belum ditunjuk.

approval-title = <b>{ $form } menunggu Anda</b> · { $code } · { $name }
approval-first-problem = { $count } masalah, prioritas 1: { $problem } (USG { $total })
approval-plan = { $goals } tujuan, { $activities } kegiatan, evaluasi { $evaluation }
approval-changed = <b>Berubah sejak versi sebelumnya</b>
approval-unchanged = Tidak ada jawaban yang berubah sejak versi sebelumnya.

approvals-none = Tidak ada yang menunggu Anda. 👍
approvals-waiting = { $count } hal menunggu keputusan Anda, yang paling lama di atas.
approved = ✅ { $form } { $code } disetujui.
return-which-part = <b>Apa yang perlu diperbaiki?</b> Pilih bagiannya, boleh beberapa.
return-comment = Apa yang perlu diperbaiki di bagian { $part }? Tulis dalam satu pesan.
returned = ↩️ { $form } { $code } dikembalikan kepada { $name } dengan { $count } catatan.

notice-approved = ✅ { $form } <b>{ $code }</b> disetujui { $name }.
notice-approved-closed = ✅ { $form } <b>{ $code }</b> disetujui { $name }. Kasusnya kini ditutup.
notice-returned = ↩️ { $form } <b>{ $code }</b> dikembalikan { $name } dengan { $count } catatan.
notice-waiting = <b>{ $count } hal menunggu Anda:</b>
waiting-more = … dan { $count } lagi
waiting-ground = dasar hukum data
waiting-danger = bahaya
waiting-question = pertanyaan
waiting-none = Tidak ada yang sedang menunggu.
waiting-passed-on = { $count } hal yang menunggu sudah diteruskan kepadanya.
waiting-left = { $count } hal menunggu dan belum sampai kepada supervisor.
notice-supervisor-wanted = { $name } mengirim formulir { $code } yang perlu disetujui, tetapi supervisornya belum ditunjuk.

nudged = { $name } sudah diingatkan.
nudged-later = Sekarang jam tenang: { $name } diingatkan lewat ringkasannya, { $moment }.
nudged-admins = Supervisor Anda belum ditunjuk. Admin lembaga diingatkan.
nudged-already = Baru saja diingatkan. Beri waktu sampai besok, ya.

naming-who = Siapa supervisor { $name }?
naming-nobody = Belum ada anggota dengan peran supervisor. Undang satu orang dulu.
approval-taken-back = { $name } menarik kembali formulir ini. Tidak ada yang perlu diputuskan.
approval-anew = { $name } mengirim ulang formulir ini sejak kartu ini dibuat. Putuskan pada kartu yang baru di bawah.
return-not-sent = Catatan Anda belum terkirim.
approval-correction = <b>Perbaikan, alasannya:</b> { $reason }
notice-taken-back = { $name } menarik kembali { $form } <b>{ $code }</b>. Tidak ada yang perlu Anda putuskan.
notice-corrected = { $name } memperbaiki { $form } <b>{ $code }</b> yang sudah selesai.
taken-back = ↩️ { $form } ditarik kembali. Supervisor tidak lagi bisa memutuskannya; kirim lagi bila sudah siap.
correction-reason = Apa alasannya diperbaiki? Jawaban lama tetap tersimpan, dan supervisor membaca alasan serta perubahannya.
correction-dropped = Perbaikan { $form } dibatalkan. Jawabannya kembali seperti semula.
correction-title = <b>Perbaikan { $form } · { $code }</b> · { $name }

button-approve = ✅ Setujui
button-return = ↩️ Kembalikan
button-look = 📄 Buka
button-part-all = Umum
button-mend = ✏️ Perbaiki
button-nudge = 🔔 Ingatkan { $name }
button-waiting = ✍️ Lihat yang menunggu
button-to-waiting = ⬅️ Yang menunggu
button-next-decision = ▶️ Berikutnya ({ $count })
button-name-supervisor = 🤝 Tunjuk supervisor { $name }
button-decide = ✍️ Putuskan
nudged-nobody-named = Supervisor Anda belum ditunjuk, dan admin lembaga belum bisa dihubungi lewat bot. Sampaikan langsung kepada admin.
nudged-unreachable = { $name } sedang tidak bisa dihubungi lewat bot. Admin lembaga diingatkan.
nudged-nobody = { $name } dan admin lembaga sedang tidak bisa dihubungi lewat bot. Sampaikan langsung kepada mereka.
notice-supervisor-unreachable = { $name } mengirim formulir { $code } yang perlu disetujui. Supervisornya, { $supervisor }, tidak bisa dihubungi lewat bot. Tunjuk supervisor lain bila perlu.
button-take-back = ↩️ Tarik kembali
button-correct = ✏️ Perbaiki
button-drop-correction = ✖️ Batalkan perbaikan
notice-approval = 📝 { $name } mengirim { $form } <b>{ $code }</b>. Menunggu keputusan Anda.
button-open-approval = 📄 Buka dan putuskan
approval-by-you = Anda
approval-approved-already = Formulir ini sudah disetujui oleh { $name }, { $when }.
approval-returned-already = Formulir ini sudah dikembalikan oleh { $name }, { $when }.
remark-which = Bagian mana dari <b>{ $item }</b>?
remark-now = Catatan Anda sekarang: { $text }
button-remark-item = { $item } seluruhnya
button-drop-remark = 🗑 Hapus catatan ini
button-return-remarks = ↩️ Kembalikan dengan { $count } catatan
approval-has-remarks = { $count } catatan Anda belum dikirim. Kembalikan formulirnya, atau hapus dulu catatannya lewat Kembalikan.
approval-remarks = <b>Dikembalikan dengan catatan</b> (✓ sudah diubah)
