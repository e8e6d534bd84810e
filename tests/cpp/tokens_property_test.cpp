#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "cpu_time.h"
#include "tokens_printer.h"

namespace pullquote::tokens {
namespace {

std::uint32_t seed() {
  const char* chosen = std::getenv("PULLQUOTE_TEST_SEED");
  return chosen != nullptr ? static_cast<std::uint32_t>(std::strtoul(chosen, nullptr, 10)) : 20190125u;
}

// Tokens are ordered and inside the view, sentences tile the tokens, sections tile both, and only white space is left
// out.
void check_invariants(const TokenizedText& text) {
  const std::string_view view = text.text->view();
  std::uint32_t at = 0;
  for (const Token& token : text.tokens) {
    ASSERT_LE(at, token.begin);
    ASSERT_LT(token.begin, token.end);
    ASSERT_LE(token.end, view.size());
    const bool gap = token.begin == 0 || token.begin > at;
    ASSERT_EQ(token.space_before, gap) << token.begin;
    ASSERT_EQ(view.substr(at, token.begin - at).find_first_not_of(" \n"), std::string_view::npos);
    ASSERT_NE(static_cast<unsigned char>(view[token.begin]) & 0xC0, 0x80) << "starts inside a character";
    ASSERT_EQ(token.kind == TokenKind::kQuote, token.side != QuoteSide::kNone);
    at = token.end;
  }
  ASSERT_EQ(view.substr(at).find_first_not_of(" \n"), std::string_view::npos);

  std::uint32_t token = 0;
  for (const Sentence& sentence : text.sentences) {
    ASSERT_EQ(sentence.tokens.first, token);
    ASSERT_LT(sentence.tokens.first, sentence.tokens.last);
    ASSERT_LT(sentence.section, text.sections.size());
    ASSERT_TRUE(text.sections[sentence.section].tokens.contains(sentence.tokens));
    token = sentence.tokens.last;
  }
  ASSERT_EQ(token, text.tokens.size());

  token = 0;
  std::uint32_t sentence = 0;
  for (const Section& section : text.sections) {
    ASSERT_EQ(section.tokens.first, token);
    ASSERT_EQ(section.sentences.first, sentence);
    ASSERT_LT(section.tokens.first, section.tokens.last);
    ASSERT_LT(section.sentences.first, section.sentences.last);
    token = section.tokens.last;
    sentence = section.sentences.last;
  }
  ASSERT_EQ(token, text.tokens.size());
  ASSERT_EQ(sentence, text.sentences.size());
}

// Pieces that the rules of the stage look at, so that random strings of them reach its corners.
constexpr std::string_view kPieces[] = {"a",         "Ann",
                                        "boys",      "U.S.",
                                        "Mr.",       "said",
                                        "By",        "PARIS",
                                        "(Reuters)", "FILE",
                                        "PHOTO",     "Related:",
                                        "Read more", "Jan.",
                                        "4",         "1,000",
                                        "3.5",       "goin",
                                        "n",         "s",
                                        "t",         "90s",
                                        "ft",        "et al.",
                                        "No.",       "Ph.D.",
                                        "I.",        "e.g.",
                                        "http://",   "www.",
                                        ".com",      "x@y.org",
                                        "'",         "'",
                                        "\"",        "\"",
                                        "“",         "”",
                                        "‘",         "’",
                                        "«",         "»",
                                        "``",        "''",
                                        ".",         ".",
                                        ",",         "...",
                                        "…",         "!",
                                        "?",         ":",
                                        ";",         "-",
                                        "--",        "—",
                                        "–",         "_",
                                        "(",         ")",
                                        "[",         "]",
                                        "/",         "&",
                                        "&amp;",     "#",
                                        "@",         "$",
                                        "€",         "%",
                                        "*",         "•",
                                        "\n",        "\n",
                                        "\n\n",      "\r\n",
                                        "\t",        " ",
                                        " ",         " ",
                                        " ",         " ",
                                        " ",         " ",
                                        "\xC2\xA0",  "\xE2\x80\x8B",
                                        "é",         "Ł",
                                        "日本",      "👍",
                                        "🏽",      "\xEF\xB8\x8F",
                                        "\xFF",      "\xED\xA0\x80",
                                        "©"};

TEST(TokenProperties, HoldForRandomStrings) {
  std::mt19937 random(seed());
  std::uniform_int_distribution<std::size_t> piece(0, std::size(kPieces) - 1);
  std::uniform_int_distribution<int> length(0, 120);
  for (int round = 0; round < 4000; ++round) {
    std::string source;
    for (int i = length(random); i > 0; --i) source += kPieces[piece(random)];
    const Analysed text(source);
    check_invariants(*text);
    if (testing::Test::HasFatalFailure()) FAIL() << "seed " << seed() << " round " << round << ":\n" << source;
  }
}

TEST(TokenProperties, HoldForRandomBytes) {
  std::mt19937 random(seed() + 1);
  std::uniform_int_distribution<int> byte(0, 255);
  std::uniform_int_distribution<int> length(0, 300);
  for (int round = 0; round < 2000; ++round) {
    std::string source;
    for (int i = length(random); i > 0; --i) source += static_cast<char>(byte(random));
    const Analysed text(source);
    check_invariants(*text);
    if (testing::Test::HasFatalFailure()) FAIL() << "seed " << seed() << " round " << round;
  }
}

// Time for one, and for eight times as much, of a hostile text: a quadratic cost would show as a factor of 64.
class Hostile : public testing::TestWithParam<std::string_view> {};

double seconds_for(std::string_view piece, std::size_t bytes) {
  std::string source;
  while (source.size() < bytes) source += piece;
  double best = 1e9;
  for (int run = 0; run < 3; ++run) {
    const auto start = cpu_seconds();
    const Analysed text(source);
    best = std::min(best, cpu_seconds() - start);
    if (run == 0) check_invariants(*text);
  }
  return best;
}

TEST_P(Hostile, CostsLinearTime) {
  const double small = seconds_for(GetParam(), 1 << 17);
  const double large = seconds_for(GetParam(), 1 << 20);
  EXPECT_LT(large, 32 * small + 0.05) << small << " s for 128 KiB, " << large << " s for 1 MiB";
}

INSTANTIATE_TEST_SUITE_P(Pieces, Hostile,
                         testing::Values("\"", "'", "“", "‘", "a", "A", ".", "(", ")", "\n", "\n\n", "1", "1,", "1.",
                                         "a.", "A. ", "a'", "s' ", "'s ", " 'a", "a@", "a.b@c ", "http://", "a.com/",
                                         "-", "…", "!", "&A", "a_", "Mr. ", "x\n", "(a. ", "By Ann\n\n", "Related:\n",
                                         "PARIS (AP) - a\n", "é", "\xEF\xB8\x8F", "👍", "\xFF", " "));

}  // namespace
}  // namespace pullquote::tokens
