# Pertanyaan kepada supervisor, balasannya, dan dilema etik.

consult-admins = admin lembaga
consult-nobody = Belum ada supervisor atau admin yang bisa dihubungi lewat bot. Hubungi pimpinan Anda langsung.
consult-ask = Tulis pertanyaan Anda untuk { $to }, tanpa nama klien.
consult-check =
    Untuk { $to }:
    <blockquote>{ $question }</blockquote>
    Kirim begini, atau tulis ulang dengan kata Anda. Pastikan tidak ada nama klien.
consult-check-case =
    Untuk { $to }, tentang kasus <b>{ $code }</b>:
    <blockquote>{ $question }</blockquote>
    Kirim begini, atau tulis ulang dengan kata Anda. Pastikan tidak ada nama klien.
consult-which-case = Tentang kasus yang mana?
consult-sent = ✅ Pertanyaan Anda sampai ke { $to }. Balasannya datang di sini.
consult-card = 💬 <b>{ $name } bertanya</b>
consult-card-case = 💬 <b>{ $name } bertanya</b> · { $code }
consult-replied = <b>Sudah dibalas:</b>
consult-waiting = Pertanyaan yang menunggu Anda: { $count }
consult-write-reply = Apa balasan Anda untuk { $name }? Tulis dalam satu pesan.
consult-reply = 💬 <b>Balasan { $name }</b>
consult-your-question = Pertanyaan Anda:
consult-reply-sent = ✅ Balasan Anda sampai ke { $name }.
consult-reply-kept = Balasan Anda tersimpan, tetapi { $name } sedang tidak bisa dihubungi lewat bot.
notice-question = 💬 { $name } bertanya kepada Anda.
notice-question-case = 💬 { $name } bertanya kepada Anda tentang { $code }.
notice-reply = 💬 { $name } membalas pertanyaan Anda.
button-read-question = 📄 Baca pertanyaannya
button-read-reply = 📄 Baca balasannya
button-consult-send = 📨 Kirim
button-consult-case = 📂 Sebut kasusnya
button-no-case = Tanpa kasus
button-reply = 💬 Balas
button-ask-again = 🙋 Tanya lagi

command-dilema = Menimbang dilema etik

dilemma-intro =
    <b>Menimbang dilema etik</b>
    Tujuh langkah, dari fakta sampai keputusan beserta alasannya. Catatannya tersandi dan hanya untuk Anda, kecuali Anda meminta supervisi. Jangan tulis nama klien.
dilemma-step = Dilema · { $number } dari { $of }
dilemma-head-facts = Fakta
dilemma-head-interests = Kepentingan
dilemma-head-duties = Kewajiban yang bertentangan
dilemma-head-law = Yang ditetapkan hukum
dilemma-head-options = Pilihan dan akibatnya
dilemma-head-consult = Yang dimintai pendapat
dilemma-head-decision = Keputusan dan alasannya
dilemma-ask-facts = Apa yang terjadi? Tulis yang Anda tahu pasti, dan apa yang masih dugaan. Tanpa nama.
dilemma-ask-interests = Siapa saja yang terkena? Tulis juga apa yang penting bagi masing-masing, mulai dari klien. Cukup perannya.
dilemma-ask-duties = Kewajiban apa yang saling bertentangan? Satu baris satu kewajiban, misalnya: menjaga rahasia; melindungi orang yang terancam.
dilemma-ask-law = Dari bacaan di atas, mana yang sudah pasti menurut hukum dan tidak bisa ditawar?
dilemma-ask-options = Apa saja pilihannya? Tulis juga akibat tiap pilihan bagi klien, orang lain, dan Anda.
dilemma-ask-consult = Siapa yang Anda mintai pendapat sebelum memutuskan?
dilemma-ask-decision = Apa keputusan Anda dan alasannya? Alasan yang bisa Anda jelaskan kepada klien biasanya alasan yang baik.
dilemma-choice-nothing = Tidak ada yang lain
dilemma-choice-supervisor = Supervisor saya
dilemma-choice-peer = Rekan seprofesi
dilemma-choice-client = Klien sendiri
dilemma-choice-undecided = Belum memutuskan
dilemma-bearings = <b>Yang menyangkut kewajiban itu</b>
dilemma-no-entry = tidak ada dalam sumber saya
dilemma-note = ⚖️ <b>Dilema</b> · { $day }
dilemma-note-case = ⚖️ <b>Dilema</b> · { $day } · { $code }
dilemma-yours = Catatan ini milik Anda, tersimpan tersandi. Keputusan tetap pada Anda dan supervisor Anda.
dilemma-edit-which = Bagian mana yang ditulis ulang?
button-dilemma-new = ➕ Mulai menimbang
button-dilemma-on = ▶️ Lanjutkan
button-dilemma-ask = 📨 Minta supervisi
button-dilemma-case = 📂 Kaitkan ke kasus
button-dilemma-edit = ✏️ Ubah
