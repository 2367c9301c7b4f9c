# Jawaban yang hilang karena perubahan ditawarkan lagi bila perubahannya dibatalkan.

restore-offer =
    Jawaban sebelumnya masih ada:
    { $answers }

    Pakai lagi?
restored = { $count } jawaban sebelumnya dipakai lagi ✓
button-restore = Pakai lagi ({ $count })
button-ask-anew = Tanya dari awal
