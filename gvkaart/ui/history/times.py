"""Days and times as a person reads them, in the time zone of this computer."""

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale


def day_of(time: int) -> QDate:
    """Return the day of a time in milliseconds since 1970 (UTC)."""
    return QDateTime.fromMSecsSinceEpoch(time).date()


def span_of(day: QDate) -> range:
    """Return the times of a day, in milliseconds since 1970 (UTC)."""
    return range(day.startOfDay().toMSecsSinceEpoch(), day.addDays(1).startOfDay().toMSecsSinceEpoch())


def day_words(day: QDate, language: str) -> str:
    """Name a day: today and yesterday by these words, other days with their date."""
    match day.daysTo(QDate.currentDate()):
        case 0:
            return QCoreApplication.translate("times", "Vandaag")
        case 1:
            return QCoreApplication.translate("times", "Gisteren")
        case _:
            return QLocale(language).toString(day, "dddd d MMMM yyyy")


def clock_words(time: int) -> str:
    """Return the time of day: 14:03."""
    return QDateTime.fromMSecsSinceEpoch(time).toString("HH:mm")


def moment_words(time: int, language: str) -> str:
    """Return day and time in one line."""
    return f"{day_words(day_of(time), language)}, {clock_words(time)}"


def size_words(size: int, language: str) -> str:
    """Return a number of bytes as a person reads it: 340 kB."""
    return QLocale(language).formattedDataSize(size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
