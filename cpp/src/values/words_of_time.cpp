#include "words_of_time.h"

#include <algorithm>

namespace pullquote::values {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 8> kDecades = {"twenties", "thirties",  "forties",  "fifties",
                                                      "sixties",  "seventies", "eighties", "nineties"};

struct Named {
  std::string_view word;
  int number;
};
constexpr auto kNumbers = std::to_array<Named>({
    {"a", 1},
    {"an", 1},
    {"one", 1},
    {"two", 2},
    {"three", 3},
    {"four", 4},
    {"five", 5},
    {"six", 6},
    {"seven", 7},
    {"eight", 8},
    {"nine", 9},
    {"ten", 10},
    {"eleven", 11},
    {"twelve", 12},
    {"dozen", 12},
    {"thirteen", 13},
    {"fourteen", 14},
    {"fifteen", 15},
    {"sixteen", 16},
    {"seventeen", 17},
    {"eighteen", 18},
    {"nineteen", 19},
    {"twenty", 20},
    {"thirty", 30},
    {"forty", 40},
    {"fifty", 50},
    {"sixty", 60},
    {"seventy", 70},
    {"eighty", 80},
    {"ninety", 90},
    {"first", -1},
    {"second", -2},
    {"third", -3},
    {"fourth", -4},
    {"fifth", -5},
    {"sixth", -6},
    {"seventh", -7},
    {"eighth", -8},
    {"ninth", -9},
    {"tenth", -10},
    {"eleventh", -11},
    {"twelfth", -12},
    {"thirteenth", -13},
    {"fourteenth", -14},
    {"fifteenth", -15},
    {"sixteenth", -16},
    {"seventeenth", -17},
    {"eighteenth", -18},
    {"nineteenth", -19},
    {"twentieth", -20},
    {"thirtieth", -30},
    {"couple", 2},
    {"single", 1},
    {"score", 20},
    {"pair", 2},
    {"fortieth", -40},
});
constexpr std::array<std::string_view, 21> kRoman = {"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                                     "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                                     "xv",   "xvi", "xvii", "xviii", "xix", "xx",   "xxi"};

struct NamedPeriod {
  std::string_view word;
  Period period;
};
constexpr std::array<NamedPeriod, 10> kPeriods = {{{"hour", Period::kHour},
                                                   {"day", Period::kDay},
                                                   {"weekend", Period::kWeekend},
                                                   {"week", Period::kWeek},
                                                   {"month", Period::kMonth},
                                                   {"quarter", Period::kQuarter},
                                                   {"year", Period::kYear},
                                                   {"decade", Period::kDecade},
                                                   {"century", Period::kCentury},
                                                   {"centurie", Period::kCentury}}};

template <std::size_t N>
int place_of(std::string_view word, const std::array<std::string_view, N>& words) {
  const auto found = std::find(words.begin(), words.end(), word);
  return found == words.end() ? 0 : static_cast<int>(found - words.begin()) + 1;
}

std::string_view without_s(std::string_view word) {
  return word.size() > 3 && word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
}

}  // namespace

int month_named(std::string_view word) {
  if (word == "sept") return 9;
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word == kMonths[i] || (word.size() == 3 && kMonths[i].starts_with(word))) return static_cast<int>(i) + 1;
  }
  return 0;
}

int weekday_named(std::string_view word) {
  if (const int number = place_of(word, kWeekdays); number != 0) return number;
  if (const int number = place_of(without_s(word), kWeekdays); number != 0) return -number;
  if (word == "tues") return 2;
  if (word == "thur" || word == "thurs") return 4;
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    if (word.size() == 3 && kWeekdays[i].starts_with(word)) return static_cast<int>(i) + 1;
  }
  return 0;
}

int season_named(std::string_view word) {
  constexpr std::array<std::string_view, 4> kSeasons = {"spring", "summer", "autumn", "winter"};
  return word == "fall" ? 3 : place_of(word, kSeasons);
}

int decade_named(std::string_view word) {
  const int number = place_of(word, kDecades);
  return number == 0 ? 0 : 1910 + 10 * number;
}

int number_named(std::string_view word) {
  const auto found =
      std::find_if(kNumbers.begin(), kNumbers.end(), [&](const auto& named) { return named.word == word; });
  return found == kNumbers.end() ? 0 : found->number;
}

int roman_number(std::string_view word) { return place_of(word, kRoman); }

Period period_named(std::string_view word) {
  for (const auto form : {word, without_s(word)}) {
    for (const auto& named : kPeriods) {
      if (named.word == form) return named.period;
    }
  }
  return Period::kNone;
}

bool is_part_of_day(std::string_view word) {
  constexpr std::array<std::string_view, 9> kParts = {"morning",  "afternoon", "evening", "night", "noon",
                                                      "midnight", "dawn",      "dusk",    "midday"};
  return place_of(without_s(word), kParts) != 0;
}

}  // namespace pullquote::values
