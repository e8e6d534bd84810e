#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>
#include <regex>

#include "cpu_time.h"
#include "pullquote/extractor.h"
#include "values_fixture.h"

namespace pullquote::values {
namespace {

// What an ISO 8601 or EDTF string of ours may look like; ranges and lists are made of these.
const std::regex& point_form() {
  static const std::regex kForm(
      R"(\d{4}(-(0[1-9]|1[0-2]|2[1-4]|3[3-6])(-(0[1-9]|[12]\d|3[01]))?|-W(0[1-9]|[1-4]\d|5[0-3]))?|\d{3}X|\d{2}XX)");
  return kForm;
}

bool is_sound_iso(const std::string& iso) {
  static const std::regex kDuration(R"((R/)?P(T\d+H|\d+[DWMY]))");
  if (iso.empty() || std::regex_match(iso, kDuration)) return true;
  std::string parts = iso;
  char separator = '/';
  if (iso.front() == '{') {
    if (iso.back() != '}') return false;
    parts = iso.substr(1, iso.size() - 2);
    separator = ',';
  }
  for (std::size_t at = 0; at <= parts.size();) {
    const auto end = std::min(parts.find(separator, at), parts.size());
    const auto part = parts.substr(at, end - at);
    if (part != ".." && !std::regex_match(part, point_form())) return false;
    at = end + 1;
  }
  return true;
}

bool is_sound_day(const std::string& day) {
  if (day.empty()) return true;
  try {
    return !day.empty() && parse_date(day).year > 0;
  } catch (const Error&) {
    return false;
  }
}

TEST(Property, AnyWordsOnAnyDayGiveSoundDates) {
  const std::vector<std::string> words = {
      "Jan.",       "May",      "March",   "February", "2019",    "1999",        "29",      "31",
      "3",          "0",        "00",      "last",     "next",    "past",        "Friday",  "Mondays",
      "week",       "weekend",  "month",   "years",    "decades", "century",     "ago",     "two",
      "twenty",     "the",      "to",      "and",      "between", "from",        "-",       "–",
      "/",          ",",        ".",       "'",        "s",       "of",          "early",   "every",
      "other",      "Q3",       "quarter", "half",     "summer",  "1990s",       "'90s",    "19th",
      "XIX",        "tomorrow", "night",   "3 p.m.",   "é",       "99999999999", "2000-01", "4/6/22",
      "2019-02-30", "since",    "until",   "will",     "said",    "999999999",   "a",       "Christmas"};
  std::mt19937 random(20190125);
  for (int round = 0; round < 20000; ++round) {
    std::string article = random() % 2 == 0 ? "He will go [" : "He went [";
    const auto size = 1 + random() % 7;
    for (std::uint32_t i = 0; i < size; ++i) {
      article += words[random() % words.size()];
      if (random() % 5 != 0) article += ' ';
    }
    article += "x] away.";
    article.erase(article.find("x]"), 1);
    const int year = random() % 4 == 0 ? (random() % 2 == 0 ? 1 : 9999) : 1 + static_cast<int>(random() % 9999);
    char day[16];
    std::snprintf(day, sizeof day, "%04d-%02u-%02u", year, 1 + static_cast<unsigned>(random() % 12),
                  1 + static_cast<unsigned>(random() % 28));
    SCOPED_TRACE(article + " on " + day);
    const auto value = value_of(article, Label::kDate, random() % 8 == 0 ? "" : day);
    if (!value) continue;
    const auto& date = std::get<DateValue>(*value);
    EXPECT_TRUE(is_sound_iso(date.iso)) << date.iso;
    EXPECT_TRUE(is_sound_day(date.start)) << date.start;
    EXPECT_TRUE(is_sound_day(date.end)) << date.end;
    EXPECT_TRUE(date.end.empty() || date.start <= date.end) << date.start << " to " << date.end;
    EXPECT_TRUE(!date.iso.empty() || (date.start.empty() && date.end.empty()));
    if (HasFailure()) return;
  }
}

TEST(Property, AnyWordsGiveSoundSums) {
  const std::vector<std::string> words = {"$",
                                          "US$",
                                          "€",
                                          "Rs",
                                          "5",
                                          "1,000",
                                          "9 999",
                                          "1.2",
                                          ".5",
                                          "1.000.000",
                                          "million",
                                          "m",
                                          "crore",
                                          "hundred",
                                          "two",
                                          "half",
                                          "a",
                                          "and",
                                          "pesos",
                                          "US",
                                          "dollars",
                                          "cents",
                                          "Egyptian",
                                          "-",
                                          "to",
                                          "between",
                                          "of",
                                          "p",
                                          "K",
                                          "é",
                                          "999999999999999999999999999",
                                          "billion",
                                          "trillion"};
  std::mt19937 random(20190125);
  for (int round = 0; round < 20000; ++round) {
    std::string article = "In {Mexico} they paid [";
    const auto size = 1 + random() % 8;
    for (std::uint32_t i = 0; i < size; ++i) {
      article += words[random() % words.size()];
      if (random() % 3 != 0) article += ' ';
    }
    article += "] then.";
    SCOPED_TRACE(article);
    const auto value = value_of(article, Label::kMoney);
    if (!value) continue;
    const auto& money = std::get<MoneyValue>(*value);
    EXPECT_EQ(money.low.has_value(), money.high.has_value());
    if (money.low) {
      EXPECT_GE(*money.low, 0);
      EXPECT_LE(*money.low, *money.high);
      EXPECT_TRUE(std::isfinite(*money.high));
    }
    EXPECT_TRUE(money.currency.empty() || std::regex_match(money.currency, std::regex("[A-Z]{3}"))) << money.currency;
    EXPECT_TRUE(money.low || !money.currency.empty());
    if (HasFailure()) return;
  }
}

// The cost is linear: a sentence without an end, in which everything is a date, a sum or a country.
TEST(Property, CostIsLinearInTheText) {
  const auto seconds = [](std::size_t count) {
    std::string article;
    for (std::size_t i = 0; i < count; ++i) article += "[the 3rd May] {Mexico} , , , , the the the ";
    const auto start = cpu_seconds();
    (void)value_of(article, Label::kDate, "2019-01-25");
    return cpu_seconds() - start;
  };
  const double few = seconds(2000);
  EXPECT_LT(seconds(16000), 8 * 3 * few + 0.05);
}

}  // namespace
}  // namespace pullquote::values
