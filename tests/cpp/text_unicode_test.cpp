#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "text/unicode.h"

namespace pullquote::text {
namespace {

TEST(UnicodeTest, DecodesEveryLength) {
  const std::string text = "aé漢\U0001F600";
  std::vector<char32_t> found;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded next = decode(text, at);
    found.push_back(next.code_point);
    at += next.length;
  }
  EXPECT_THAT(found, testing::ElementsAre(U'a', U'é', U'漢', U'\U0001F600'));
}

TEST(UnicodeTest, KnowsItsCategories) {
  struct Case {
    char32_t c;
    bool letter, digit, upper, lower, punctuation, currency, mark;
  };
  constexpr Case kCases[] = {
      {U'a', true, false, false, true, false, false, false},
      {U'Z', true, false, true, false, false, false, false},
      {U'@', false, false, false, false, true, false, false},
      {U'[', false, false, false, false, true, false, false},
      {U'`', false, false, false, false, false, false, false},
      {U'{', false, false, false, false, true, false, false},
      {U'0', false, true, false, false, false, false, false},
      {U'9', false, true, false, false, false, false, false},
      {U'$', false, false, false, false, false, true, false},
      {U'+', false, false, false, false, false, false, false},
      {U' ', false, false, false, false, false, false, false},
      {U'\n', false, false, false, false, false, false, false},
      {U'_', false, false, false, false, true, false, false},
      {U'É', true, false, true, false, false, false, false},
      {U'ß', true, false, false, true, false, false, false},
      {U'ǅ', true, false, true, false, false, false, false},
      {U'ж', true, false, false, true, false, false, false},
      {U'漢', true, false, false, false, false, false, false},
      {U'\u0301', true, false, false, false, false, false, true},
      {U'٣', false, true, false, false, false, false, false},
      {U'½', false, false, false, false, false, false, false},
      {U'“', false, false, false, false, true, false, false},
      {U'—', false, false, false, false, true, false, false},
      {U'€', false, false, false, false, false, true, false},
      {U'\U0001F600', false, false, false, false, false, false, false},
      {U'\U0010FFFF', false, false, false, false, false, false, false},
  };
  for (const Case& test : kCases) {
    const auto name = static_cast<unsigned>(test.c);
    EXPECT_EQ(is_letter(test.c), test.letter) << std::hex << name;
    EXPECT_EQ(is_digit(test.c), test.digit) << std::hex << name;
    EXPECT_EQ(is_upper(test.c), test.upper) << std::hex << name;
    EXPECT_EQ(is_lower(test.c), test.lower) << std::hex << name;
    EXPECT_EQ(is_punctuation(test.c), test.punctuation) << std::hex << name;
    EXPECT_EQ(is_currency(test.c), test.currency) << std::hex << name;
    EXPECT_EQ(is_mark(test.c), test.mark) << std::hex << name;
  }
}

TEST(UnicodeTest, GroupsWhatItDoesNotNameAlone) {
  EXPECT_EQ(group_of(U'('), Group::kOpening);
  EXPECT_EQ(group_of(U'»'), Group::kClosing);
  EXPECT_EQ(group_of(U'–'), Group::kDash);
  EXPECT_EQ(group_of(U'。'), Group::kSentence);
  EXPECT_EQ(group_of(U'‿'), Group::kConnector);
  EXPECT_EQ(group_of(U'½'), Group::kNumber);
  EXPECT_EQ(group_of(U'\U0001F600'), Group::kPictograph);
  EXPECT_EQ(group_of(U'+'), Group::kSymbol);
  EXPECT_EQ(group_of(U'\u3000'), Group::kSpace);
  EXPECT_EQ(group_of(U'\u200B'), Group::kOther);
}

// The ASCII answers come from elsewhere than the others and must agree with the categories.
TEST(UnicodeTest, AgreesWithTheCategoriesInAscii) {
  for (char32_t c = 0; c < 128; ++c) {
    const Group group = group_of(c);
    EXPECT_EQ(is_letter(c), group == Group::kLetter) << static_cast<unsigned>(c);
    EXPECT_EQ(is_digit(c), group == Group::kNumber) << static_cast<unsigned>(c);
    EXPECT_EQ(is_currency(c), group == Group::kCurrency) << static_cast<unsigned>(c);
    EXPECT_EQ(is_upper(c) || is_lower(c), group == Group::kLetter) << static_cast<unsigned>(c);
  }
}

TEST(UnicodeTest, LowersOneToOne) {
  EXPECT_EQ(to_lower("The EU's ÉCLAIR, ŁÓDŹ, ЖЕНЕВА, ΣΊΣΥΦΟΣ"), "the eu's éclair, łódź, женева, σίσυφοσ");
  EXPECT_EQ(to_lower("\u0130stanbul \u1E9E \u2C6F"), "istanbul ß \u0250");
  EXPECT_EQ(to_lower("Ⱥ"), "ⱥ");  // two bytes become three
  EXPECT_EQ(to_lower("[@`{ 0-9 \U0001F600"), "[@`{ 0-9 \U0001F600");
  EXPECT_EQ(to_lower(""), "");
  std::string out = "what was there before, and was longer";
  to_lower("ABC É", out);
  EXPECT_EQ(out, "abc é");
}

TEST(ToUpper, KeepsTheNumberOfCodePoints) {
  EXPECT_EQ(to_upper("the EU's éclair, łódź, женева, straße"), "THE EU'S ÉCLAIR, ŁÓDŹ, ЖЕНЕВА, STRAßE");
  EXPECT_EQ(to_upper("ⱥ 0-9 \U0001F600"), "Ⱥ 0-9 \U0001F600");
  EXPECT_EQ(to_upper(""), "");
}

TEST(UnicodeTest, TakesAccentsFromLetters) {
  EXPECT_EQ(without_accents("Bogot\u00E1 \u0141\u00F3d\u017A \u0130zmir"), "Bogota Lodz Izmir");
  EXPECT_EQ(without_accents("Nguy\u1EC5n \u1EA4n"), "Nguyen An");
  EXPECT_EQ(without_accents("Stra\u00DFe \u041C\u0438\u0440"), "Stra\u00DFe \u041C\u0438\u0440");
}

}  // namespace
}  // namespace pullquote::text
