#include <gmock/gmock.h>

#include <random>
#include <thread>

#include "cpu_time.h"
#include "gazetteer/find.h"
#include "reference/gazetteer_reference.h"

namespace pullquote {
namespace {

std::vector<GazetteerWord> words(std::initializer_list<GazetteerWord> list) { return list; }

/// Names of organisations, whose ids are their numbers.
Gazetteer of_names(const std::vector<std::string>& names) {
  GazetteerBuilder builder;
  for (std::size_t i = 0; i < names.size(); ++i) {
    builder.add_name(builder.add_entry({Label::kOrg, "", std::to_string(i)}), names[i]);
  }
  return std::move(builder).build();
}

Gazetteer of_patterns(const std::vector<std::string>& patterns) {
  GazetteerBuilder builder;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    builder.add_pattern(builder.add_entry({Label::kMisc, "", std::to_string(i)}), patterns[i]);
  }
  return std::move(builder).build();
}

/// "Acme Corp/0 Zeta/3": what is found, with the ids.
std::string found(const Gazetteer& gazetteer, std::string_view article) {
  const text::Text text(article);
  const auto tokens = tokens::analyse(text);
  std::string out;
  for (const auto& match : gazetteer::find(gazetteer, tokens)) {
    const auto& first = tokens.tokens[match.tokens.first];
    const auto& last = tokens.tokens[match.tokens.last - 1];
    if (!out.empty()) out += ' ';
    out += std::string(text.view({first.begin, last.end})) + '/' + std::string(match.id);
  }
  return out;
}

TEST(GazetteerNames, AreFoundWordByWord) {
  const auto known =
      of_names({"Acme Corp", "Zeta & Sons Ltd.", "São Paulo Saints", "O'Neill's Bar", "Coca-Cola", "C++", "«Nord»"});
  EXPECT_EQ(found(known, "He left Acme Corp for Zeta & Sons Ltd in May."), "Acme Corp/0 Zeta & Sons Ltd/1");
  EXPECT_EQ(found(known, "It is Zeta & Sons Ltd. They know."), "Zeta & Sons Ltd./1");
  EXPECT_EQ(found(known, "He said that the São\t Paulo   Saints won."), "São  Paulo   Saints/2");
  EXPECT_EQ(found(known, "the Sa\u0303o Paulo Saints"), "São Paulo Saints/2") << "composed and decomposed";
  EXPECT_EQ(found(known, "O’Neill’s Bar and O'Neill's Bar"), "O'Neill's Bar/3 O'Neill's Bar/3");
  EXPECT_EQ(found(known, "Coca-Cola's C++"), "Coca-Cola/4 C++/5");
  EXPECT_EQ(found(known, "“Nord” \"Nord\""), "“Nord”/6 \"Nord\"/6");
  EXPECT_EQ(found(known, "AcmeCorp, Acme-Corp, Acme Corporation, Acme"), "");
  EXPECT_EQ(found(known, "He works at Acme.\n\nCorp is another word."), "") << "sections end names";
}

TEST(GazetteerNames, KeepTheirCapitalsUnlessAnyCaseWillDo) {
  GazetteerBuilder builder;
  builder.add_name(builder.add_entry({Label::kOrg, "", "exact"}), "Apple");
  builder.add_name(builder.add_entry({Label::kProduct, "", "word"}), words({{"Éclair", true}, {"One", false}}));
  builder.add_name(builder.add_entry({Label::kMisc, "", "shout"}), "APPLE");
  builder.add_name(builder.add_entry({Label::kMisc, "", "late"}), "Apple");
  const auto known = std::move(builder).build();
  EXPECT_EQ(known.names(), 3u) << "the first entry keeps the name";
  EXPECT_EQ(found(known, "an apple, Apple and APPLE"), "Apple/exact APPLE/shout");
  EXPECT_EQ(found(known, "éclair One, ÉCLAIR One, ÉCLAIR one"), "éclair One/word ÉCLAIR One/word");
}

TEST(GazetteerNames, EntriesOfOneIdAreOne) {
  GazetteerBuilder builder;
  const auto acme = builder.add_entry({Label::kOrg, "Acme", "Q1"});
  EXPECT_EQ(builder.add_entry({Label::kOrg, "Acme Corp", "Q1"}), acme);
  EXPECT_NE(builder.add_entry({Label::kProduct, "Acme", "Q1"}), acme);
  EXPECT_NE(builder.add_entry({Label::kOrg, "Zeta", ""}), builder.add_entry({Label::kOrg, "Zeta", ""}));
  EXPECT_EQ(std::move(builder).build().entries(), 4u);
}

TEST(GazetteerNames, TheLongestComesFirst) {
  const auto known = of_names({"New York", "New York Times", "York", "Times Square Garden Show", "Garden"});
  EXPECT_EQ(found(known, "the New York Times"), "New York Times/1");
  EXPECT_EQ(found(known, "in New York"), "New York/0");
  EXPECT_EQ(found(known, "the New York Times Square Garden Show"), "New York/0 Times Square Garden Show/3");
  EXPECT_EQ(found(known, "the New York Times Square Garden"), "New York Times/1 Garden/4");
}

TEST(GazetteerPatterns, AreFoundInTheNormalisedText) {
  const auto known =
      of_patterns({R"(CVE-\d{4}-\d{4,7})", R"((?i)flight [a-z]{2}\d+)", R"(^Case No\. \d+$)", R"("\w+ tax")"});
  EXPECT_EQ(found(known, "Both CVE-2021-44228 and CVE-1999-1."), "CVE-2021-44228/0");
  EXPECT_EQ(found(known, "on FLIGHT\u00a0BA123 and flight x1"), "FLIGHT BA123/1");
  EXPECT_EQ(found(known, "Case No. 17\n\nOf Case No. 18 nothing is known."), "Case No. 17/2");
  EXPECT_EQ(found(known, "the &quot;rope tax&quot;"), "\"rope tax\"/3");
}

TEST(GazetteerPatterns, BeginAndEndWhereAWordDoes) {
  const auto known = of_patterns({"Acme", R"(Zeta Inc)", R"(\d+)"});
  EXPECT_EQ(found(known, "Acme AcmeSoft MyAcme Acme's"), "Acme/0 Acme/0");
  EXPECT_EQ(found(known, "He joined Zeta Inc. They left."), "Zeta Inc./1");
  EXPECT_EQ(found(known, "a320 and 320"), "320/2");
}

TEST(GazetteerPatterns, GiveWayToLongerMatches) {
  GazetteerBuilder builder;
  builder.add_pattern(builder.add_entry({Label::kMisc, "", "short"}), "Acme");
  builder.add_pattern(builder.add_entry({Label::kMisc, "", "long"}), "Acme Corp of Lund");
  builder.add_name(builder.add_entry({Label::kOrg, "", "name"}), "Acme Corp");
  builder.add_name(builder.add_entry({Label::kOrg, "", "same"}), "Acme");
  const auto known = std::move(builder).build();
  EXPECT_EQ(found(known, "Acme; Acme Corp; Acme Corp of Lund"), "Acme/same Acme Corp/name Acme Corp of Lund/long");
}

TEST(GazetteerPatterns, ManyAreAskedAtOnce) {
  std::vector<std::string> patterns;
  for (int i = 0; i < 300; ++i) patterns.push_back("item-" + std::to_string(i) + "[a-z]*");
  const auto known = of_patterns(patterns);
  EXPECT_EQ(found(known, "Take item-17 and item-299x."), "item-17/17 item-299x/299");
  EXPECT_EQ(found(known, "Take nothing."), "");
}

TEST(GazetteerErrors, SayWhatIsWrong) {
  GazetteerBuilder builder;
  const auto entry = builder.add_entry({});
  const auto code_of = [&](auto&& add) {
    try {
      add();
    } catch (const Error& error) {
      EXPECT_FALSE(error.problem().empty());
      return error.code();
    }
    return ErrorCode::kModelNotFound;
  };
  EXPECT_EQ(code_of([&] { builder.add_name(entry, ""); }), ErrorCode::kInvalidName);
  EXPECT_EQ(code_of([&] { builder.add_name(entry, " \n\u200b"); }), ErrorCode::kInvalidName);
  std::string long_name;
  for (std::size_t i = 0; i < GazetteerBuilder::kMostWords; ++i) long_name += "a ";
  builder.add_name(entry, long_name);
  EXPECT_EQ(code_of([&] { builder.add_name(entry, long_name + "a"); }), ErrorCode::kInvalidName);
  for (const auto* const pattern :
       {"(", "a*", "", "(?=x)y", R"((a)\1)", "[z-a]", "x{1001}", "(((a{100}){100}){100})"}) {
    EXPECT_EQ(code_of([&] { builder.add_pattern(entry, pattern); }), ErrorCode::kInvalidPattern) << pattern;
  }
}

TEST(GazetteerBytes, BringItBack) {
  GazetteerBuilder builder;
  const auto acme = builder.add_entry({Label::kOrg, "Acme Corporation", "Q1"});
  for (const auto* const name : {"Acme", "Acme Corp", "ACME"}) builder.add_name(acme, name);
  builder.add_pattern(builder.add_entry({Label::kMisc, "", "case"}), R"(Case \d+)");
  const auto known = std::move(builder).build();
  const auto bytes = known.to_bytes();
  const auto again = Gazetteer::from_bytes(bytes);
  EXPECT_EQ(again.to_bytes(), bytes);
  EXPECT_EQ(again.names(), 3u);
  EXPECT_EQ(again.entries(), 2u);
  EXPECT_EQ(again.patterns(), 1u);
  const auto* const article = "Acme Corp, Acme and ACME won Case 17.";
  EXPECT_EQ(found(again, article), found(known, article));
  EXPECT_EQ(found(again, article), "Acme Corp/Q1 Acme/Q1 ACME/Q1 Case 17/case");
  EXPECT_TRUE(Gazetteer::from_bytes(Gazetteer().to_bytes()).empty());
  EXPECT_EQ(found(Gazetteer(), article), "");
}

// Whatever the bytes are: an error, or a gazetteer that can be used.
TEST(GazetteerBytes, AreNotTrusted) {
  const auto bytes = of_names({"Acme", "Acme Corp", "Zeta"}).to_bytes();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    if (size == 8) continue;  // the header alone is an empty gazetteer
    EXPECT_THROW((void)Gazetteer::from_bytes(bytes.substr(0, size)), Error) << size;
  }
  std::mt19937 random(4);
  for (int round = 0; round < 20000; ++round) {
    auto changed = bytes;
    for (int i = 0; i < 3; ++i) changed[random() % changed.size()] = static_cast<char>(random());
    try {
      (void)found(Gazetteer::from_bytes(changed), "Acme Corp and Zeta at Acme");
    } catch (const Error&) {
    }
  }
}

TEST(GazetteerProperty, FindsWhatTheSlowWayFinds) {
  const std::vector<std::string> alphabet = {"ab", "Ab", "é", "É", "x7"};
  std::mt19937 random(20240229);
  const auto phrase = [&](std::size_t most) {
    std::vector<std::string> out(1 + random() % most);
    for (auto& word : out) word = alphabet[random() % alphabet.size()];
    return out;
  };
  const auto join = [](const std::vector<std::string>& parts) {
    std::string out;
    for (const auto& part : parts) out += (out.empty() ? "" : " ") + part;
    return out;
  };
  for (int round = 0; round < 3000; ++round) {
    std::vector<std::string> names(1 + random() % 12);
    for (auto& name : names) name = join(phrase(4));
    const auto text = phrase(14);
    SCOPED_TRACE(join(names) + " in " + join(text));
    ASSERT_EQ(found(of_names(names), join(text)), reference::found_naively(names, text));
  }
}

double seconds(const Gazetteer& gazetteer, const std::string& article) {
  const text::Text text(article);
  const auto tokens = tokens::analyse(text);
  double best = 1e9;
  for (int i = 0; i < 3; ++i) {
    const auto start = cpu_seconds();
    (void)gazetteer::find(gazetteer, tokens);
    best = std::min(best, cpu_seconds() - start);
  }
  return best;
}

TEST(GazetteerProperty, CostIsLinearInHostileText) {
  std::string repeated = "a";
  for (int i = 0; i < 30; ++i) repeated += " a";
  GazetteerBuilder builder;
  builder.add_name(builder.add_entry({}), repeated);
  builder.add_pattern(builder.add_entry({}), "x.*y|x");
  builder.add_pattern(builder.add_entry({}), "(a ?)+b");
  builder.add_pattern(builder.add_entry({}), "[^q]*q");
  const auto known = std::move(builder).build();
  for (const auto* const piece : {"a ", "x ", "a a x ", "é "}) {
    std::string few, many;
    for (int i = 0; i < 1000; ++i) few += piece;
    for (int i = 0; i < 16000; ++i) many += piece;
    EXPECT_LT(seconds(known, many), 16 * 4 * seconds(known, few) + 0.1) << piece;
  }
}

TEST(Gazetteer, AnswersManyThreadsAlike) {
  const auto known = of_names({"Acme Corp", "Zeta"});
  const auto expected = found(known, "Acme Corp and Zeta");
  std::vector<std::thread> threads;
  std::vector<int> agreed(8, 0);
  for (auto& own : agreed) {
    threads.emplace_back([&own, copy = known, &expected] {
      for (int i = 0; i < 200; ++i) own += found(copy, "Acme Corp and Zeta") == expected ? 1 : 0;
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto own : agreed) EXPECT_EQ(own, 200);
}

}  // namespace
}  // namespace pullquote
