// The map from the view back to the original: against expected spans, against the naive reference on random text, and
// on text that would take for ever if anything were quadratic.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>

#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "pullquote/error.h"
#include "reference/text_reference.h"
#include "text/text.h"
#include "utf8.h"

namespace pullquote::text {
namespace {

using namespace std::string_view_literals;

// Where `needle` stands in the view, as a span of the original and as its bytes.
struct Found {
  Span span;
  std::string original;
};

Found find(const Text& text, std::string_view needle) {
  const std::size_t at = text.view().find(needle);
  EXPECT_NE(at, std::string_view::npos) << needle << " in " << text.view();
  if (at == std::string_view::npos) return {};
  const Span span = text.to_original({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + needle.size())});
  return {span, std::string(text.original(span))};
}

struct MapCase {
  std::string_view original;
  std::string_view needle;  // in the view
  Span span;                // in the original
  std::string_view there;
};

TEST(MapTest, LeadsToTheOriginal) {
  constexpr MapCase kCases[] = {
      {"one two three", "two", {4, 7}, "two"},
      {"žena and muž", "muž", {9, 12}, "muž"},
      {"a\r\nb\r\nc", "b", {3, 4}, "b"},
      {"a\r\nb\r\nc", "\nb\n", {1, 6}, "\r\nb\r\n"},
      {"Marks &amp; Spencer", "&", {6, 11}, "&amp;"},
      {"Marks &amp; Spencer", "Spencer", {12, 19}, "Spencer"},
      {"caf&amp;eacute; noir", "café", {0, 15}, "caf&amp;eacute;"},
      // Invisible characters belong to a range only inside it.
      {"a \u200Bb\u200Bc\u200B d", "bc", {3, 6}, "b\u200Bc"},
      {"\uFEFFa", "a", {1, 2}, "a"},
      {"a\u200B", "a", {0, 1}, "a"},
      // Composition.
      {"Beyonce\u0301 sings", "Beyoncé", {0, 8}, "Beyonce\u0301"},
      {"Beyonce\u0301 sings", "é", {6, 8}, "e\u0301"},
      {"Beyonce\u0301 sings", "sings", {9, 14}, "sings"},
      {"e\u200B\u0301x", "é", {0, 3}, "e\u200B\u0301"},
      // Marks.
      {"don’t go", "don't", {0, 5}, "don’t"},
      {"he said ''no'' twice", "“", {8, 10}, "''"},
      {"he said ''no'' twice", "no", {10, 12}, "no"},
      {"he said '\u200B'no'' twice", "“no”", {8, 15}, "'\u200B'no''"},
      {"`no' \U0001F600 x", "‘no’", {0, 4}, "`no'"},
      {"`no' \U0001F600 x", "x", {7, 8}, "x"},
      {"<<no>> x", "no", {2, 4}, "no"},
      // Invalid bytes and surrogates are one code point each.
      {"a\xFF\xE2\x80 b", "b", {4, 5}, "b"},
      {"\xED\xA0\xBD\xED\xB8\x80z", "z", {2, 3}, "z"},
      {"\xED\xA0\xBD\xED\xB8\x80z", "\uFFFDz", {1, 3}, "\xED\xB8\x80z"},
      {"a\u2029b", "b", {2, 3}, "b"},
      {"a\u2029b", "\n\n", {1, 2}, "\u2029"},
  };
  for (const MapCase& test : kCases) {
    const Text text(test.original);
    const Found found = find(text, test.needle);
    EXPECT_EQ(found.span.start, test.span.start) << test.original << " / " << test.needle;
    EXPECT_EQ(found.span.end, test.span.end) << test.original << " / " << test.needle;
    EXPECT_EQ(found.original, test.there) << test.original;
  }
}

TEST(MapTest, CountsTheOriginal) {
  EXPECT_EQ(Text("").size(), 0u);
  EXPECT_EQ(Text("a\r\n\u200B&amp;é").size(), 10u);
  EXPECT_EQ(Text("\xFF\xED\xA0\x80").size(), 2u);
}

TEST(MapTest, GivesSpansInsideAPiece) {
  const Text text("x&eacute;y");
  EXPECT_EQ(text.original({2, 4}), "ea");
  EXPECT_EQ(text.original({0, 10}), "x&eacute;y");
  EXPECT_EQ(Text("\u200B\0\u200Bx"sv).original({1, 3}), "\0\u200B"sv);
}

TEST(MapTest, BearsRangesThatAreEmptyOrOutside) {
  const Text empty("");
  EXPECT_EQ(empty.to_original({0, 0}), (Span{0, 0}));
  EXPECT_EQ(empty.original({0, 0}), "");
  const Text text("abc");
  EXPECT_EQ(text.to_original({3, 3}), (Span{3, 3}));
  EXPECT_EQ(text.original({2, 9}), "c");
  EXPECT_EQ(text.original({7, 9}), "");
}

// Every range of the view, or as many as random picks, must lead where the reference says.
void expect_like_reference(const std::string& original, const std::vector<reference::KnownReference>& references,
                           std::mt19937& random) {
  const Text text(original);
  const reference::NormalisedText expected = reference::normalise(original, references);
  ASSERT_EQ(text.view(), expected.view) << testing::PrintToString(original);
  ASSERT_EQ(text.size() + 1, expected.byte.size()) << testing::PrintToString(original);
  const auto size = static_cast<std::uint32_t>(expected.view.size());
  for (int i = 0; size > 0 && i < 40; ++i) {
    const auto begin = static_cast<std::uint32_t>(random() % size);
    const auto end = static_cast<std::uint32_t>(begin + 1 + random() % (size - begin));
    const Span span = text.to_original({begin, end});
    const Span wanted{expected.start[begin], expected.end[end - 1]};
    ASSERT_EQ(span.start, wanted.start) << testing::PrintToString(original) << " from byte " << begin << " of the view";
    ASSERT_EQ(span.end, wanted.end) << testing::PrintToString(original) << " to byte " << end << " of the view";
    const std::size_t first = expected.byte[span.start];
    ASSERT_EQ(text.original(span), std::string_view(original).substr(first, expected.byte[span.end] - first))
        << testing::PrintToString(original);
    const auto left = static_cast<std::uint32_t>(random() % (text.size() + 1));
    const auto right = static_cast<std::uint32_t>(left + random() % (text.size() + 1 - left));
    ASSERT_EQ(text.original({left, right}),
              std::string_view(original).substr(expected.byte[left], expected.byte[right] - expected.byte[left]))
        << testing::PrintToString(original);
  }
}

std::mt19937 seeded() {
  const char* seed = std::getenv("PULLQUOTE_TEST_SEED");
  return std::mt19937(seed != nullptr ? static_cast<unsigned>(std::strtoul(seed, nullptr, 10)) : 1u);
}

TEST(RandomTextTest, NastyPiecesLeadWhereTheReferenceSays) {
  const std::vector<reference::KnownReference> references = {
      {"&amp;", U'&'},      {"&quot;", U'"'},   {"&#39;", U'\''},       {"&rsquo;", U'’'},
      {"&amp;quot;", U'"'}, {"&eacute;", U'é'}, {"&#x301;", U'\u0301'}, {"&nbsp;", U'\u00A0'},
      {"&shy;", U'\u00AD'}, {"&#13;", U'\r'},   {"&#10;", U'\n'},       {"&#0;", U'\uFFFD'},
      {"&lt;", U'<'},       {"&gt;", U'>'},     {"&#146;", U'’'},       {"&amp;rsquo;", U'’'},
  };
  const std::vector<std::string_view> pieces = {
      "a",
      "e",
      "word ",
      "The quick brown fox jumps ",
      "7",
      " ",
      "  ",
      ".",
      ",",
      ",,",
      "\n",
      "\n\n",
      "\r\n",
      "\r",
      "\t",
      "\0"sv,
      "\"",
      "'",
      "''",
      "'''",
      "`",
      "``",
      "´",
      "‘",
      "’",
      "“",
      "”",
      "„",
      "‚",
      "«",
      "»",
      "‹",
      "›",
      "<<",
      ">>",
      "<",
      ">",
      "′",
      "″",
      "「",
      "」",
      "＂",
      "＇",
      "ʼ",
      "ʻ",
      "é",
      "e\u0301",
      "e\u0301\u0327",
      "\u0301",
      "\u0327",
      "\u0345",
      "\u0300\u0323",
      "\u212B",
      "\u00A0",
      "\u2009",
      "\u3000",
      "\u00AD",
      "\u200B",
      "\u200D",
      "\uFEFF",
      "\uFE0F",
      "\u202E",
      "\u0600",
      "\u3164",
      "\u180F",
      "\U0001D173",
      "\u2028",
      "\u2029",
      "\u0085",
      "\U0001F600",
      "漢字",
      "й",
      "и\u0306",
      "\xFF",
      "\x80",
      "\xC3",
      "\xE2\x80",
      "\xF0\x9F\x98",
      "\xED\xA0\x80",
      "\xED\xA0",
      "\xED\xB0\x80",
      "\xC0\xAF",
      "\xF4\x90\x80\x80",
      "-",
      "—",
      "…",
      "(",
      ")",
      "‘90s",
      "&",
      "&;",
      "&copy",
      "s",
  };
  std::mt19937 random = seeded();
  const std::size_t kinds = pieces.size() + references.size();
  for (int round = 0; round < 6000 && !testing::Test::HasFatalFailure(); ++round) {
    std::string original;
    for (std::size_t length = random() % 24; length > 0; --length) {
      const std::size_t kind = random() % kinds;
      original += kind < pieces.size() ? pieces[kind] : references[kind - pieces.size()].spelling;
    }
    expect_like_reference(original, references, random);
  }
}

TEST(RandomTextTest, AnyBytesLeadWhereTheReferenceSays) {
  std::mt19937 random = seeded();
  // Leads and continuations, the ends of their ranges above all; '&' is left out, and so is what U+0091 … U+0097
  // become.
  constexpr std::string_view kBytes =
      "a '\"\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC3\xCC\xDF\xE0\xE2\xEC\xED\xEE\xEF\xF0\xF1\xF3\xF4\xF5\xFF"sv;
  for (int round = 0; round < 6000 && !testing::Test::HasFatalFailure(); ++round) {
    std::string original;
    for (std::size_t length = random() % 40; length > 0; --length) original += kBytes[random() % kBytes.size()];
    expect_like_reference(original, {}, random);
  }
}

TEST(RandomTextTest, EveryCodePointLeadsWhereTheReferenceSays) {
  std::mt19937 random = seeded();
  std::string original;
  for (char32_t c = 1; c <= 0x10FFFF && !testing::Test::HasFatalFailure(); ++c) {
    // '&' may begin a reference, and windows-1252 marks become others.
    if (c == U'&' || (c >= 0x80 && c < 0xA0) || (c >= 0xD800 && c <= 0xDFFF)) continue;
    // The planes of Han and of private use are each alike.
    if (c % 251 != 0 && ((c >= 0x3400 && c < 0xA000) || (c >= 0x20000 && c < 0xE0000) || c >= 0xE1000)) continue;
    original += 'x';
    char bytes[4];
    original.append(bytes, encode(c, bytes));
    if (original.size() < 400) continue;
    expect_like_reference(original, {}, random);
    original.clear();
  }
}

class HostileTextTest : public testing::TestWithParam<std::string_view> {};

// Half a megabyte of one thing. Were anything quadratic in it, this would take minutes.
TEST_P(HostileTextTest, TakesLinearTime) {
  std::string original = "`a e";
  while (original.size() < 500'000) original += GetParam();
  const Text text(original);
  EXPECT_LE(text.size(), original.size());
  const auto size = static_cast<std::uint32_t>(text.view().size());
  std::uint32_t last = 0;
  for (std::uint32_t at = 0; at + 1 <= size; at += 7) {
    const Span span = text.to_original({at, at + 1});
    ASSERT_LT(span.start, span.end);
    ASSERT_LE(last, span.start);
    last = span.start;
  }
  EXPECT_EQ(text.to_original({0, size}).start, 0u);
  EXPECT_EQ(text.original({0, text.size()}), original);
}

INSTANTIATE_TEST_SUITE_P(Repeated, HostileTextTest,
                         testing::Values("\""sv, "'"sv, "''"sv, "a' "sv, " 'a"sv, "`"sv, "`a"sv, " `a"sv, "&"sv, "&#"sv,
                                         "&amp;"sv, "&a"sv, "&#00000000000"sv, "“"sv, "„a"sv, "„ “"sv, "“ “"sv,
                                         " <<a"sv, "a>>"sv, "<"sv, " <<a>>"sv, ","sv, " ,,a"sv, "«"sv, "»"sv, "›a‹"sv,
                                         "‘"sv, " ’"sv, "\u0301"sv, "\u0301\u0327"sv, "\u0327\u0301"sv, "e\u0301"sv,
                                         "\u1161"sv, "\u11A8\u1161"sv, "\0"sv, "\u200B"sv, "'\u200B"sv,
                                         "\u200B\u0301"sv, "\xFF"sv, "\xE2\x80"sv, "\xED\xA0\x80"sv, "\r"sv, "\r\n"sv,
                                         "\n"sv, "\u2029"sv, "\U0001D160"sv, "漢"sv, "6'2''"sv, "'''a"sv));

TEST(LongTextTest, IsRefused) {
  // Pages that are never touched cost nothing.
  const std::size_t size = kLongestText + 1;
  void* const pages = mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (pages == MAP_FAILED) GTEST_SKIP() << "no address space for 2 GiB";
  try {
    const Text text(std::string_view(static_cast<const char*>(pages), size));
    ADD_FAILURE() << "took " << text.size();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kTextTooLong);
    EXPECT_THAT(error.what(), testing::HasSubstr("2147483648"));
  }
  munmap(pages, size);
}

}  // namespace
}  // namespace pullquote::text
