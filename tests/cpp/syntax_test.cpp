#include "syntax/syntax.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "model/bytes.h"
#include "pullquote/error.h"
#include "syntax/action_scorer.h"
#include "syntax/parser.h"

namespace pullquote::syntax {
namespace {

const model::ModelFile& shipped_model() {
  static const auto file = model::ModelFile::open(PULLQUOTE_SOURCE_DIR "/python/pullquote/models/en.pqm");
  return file;
}

class Parsed {
 public:
  explicit Parsed(std::string article)
      : article_(std::move(article)),
        text_(article_),
        tokens_(tokens::analyse(text_)),
        words_(tokens_, features::Lexicon()),
        parse_(Syntax(shipped_model()).parse(tokens_, words_)) {}

  [[nodiscard]] const tokens::TokenizedText& tokens() const { return tokens_; }
  [[nodiscard]] const Parse& parse() const { return parse_; }

  /// "The/DT mayor/NN spoke/VBD"
  [[nodiscard]] std::string tagged() const {
    std::string out;
    for (std::uint32_t i = 0; i < parse_.size(); ++i) {
      out += (i == 0 ? "" : " ") + std::string(tokens_.word(i)) + "/" + std::string(name_of(parse_.tags[i]));
    }
    return out;
  }

  /// "mayor < spoke nsubj": the first arc of that word.
  [[nodiscard]] std::string arc_of(std::string_view word) const {
    for (std::uint32_t i = 0; i < parse_.size(); ++i) {
      if (tokens_.word(i) != word) continue;
      const auto head = parse_.heads[i] == kRoot ? "-" : std::string(tokens_.word(parse_.heads[i]));
      return std::string(word) + " < " + head + " " + std::string(name_of(parse_.relations[i]));
    }
    return "no " + std::string(word);
  }

 private:
  std::string article_;
  text::Text text_;
  tokens::TokenizedText tokens_;
  features::Words words_;
  Parse parse_;
};

TEST(SyntaxLabels, HaveNames) {
  for (std::size_t i = 0; i < kTags; ++i) {
    const auto tag = static_cast<Tag>(i);
    EXPECT_EQ(find_tag(name_of(tag)), tag);
  }
  for (std::size_t i = 0; i < kRelations; ++i) {
    const auto relation = static_cast<Relation>(i);
    EXPECT_EQ(find_relation(name_of(relation)), relation);
  }
  EXPECT_EQ(name_of(Tag::kClosingBracket), "-RRB-");
  EXPECT_EQ(name_of(Tag::kVerbThird), "VBZ");
  EXPECT_EQ(name_of(Relation::kXcomp), "xcomp");
  EXPECT_EQ(name_of(Relation::kNsubjPass), "nsubj:pass");
  EXPECT_EQ(name_of(Universal::kX), "X");
  EXPECT_EQ(find_relation("nsubj:outer"), Relation::kNsubj);
  EXPECT_EQ(find_relation("orphan"), Relation::kDep);
  EXPECT_EQ(find_relation("subject"), std::nullopt);
  EXPECT_EQ(find_tag("VERB"), std::nullopt);
}

TEST(SyntaxLabels, CoarseTagsTakeTheRelationIntoAccount) {
  EXPECT_EQ(universal(Tag::kVerbPast, Relation::kAux, "had"), Universal::kAux);
  EXPECT_EQ(universal(Tag::kVerbPast, Relation::kRoot, "had"), Universal::kVerb);
  EXPECT_EQ(universal(Tag::kPreposition, Relation::kMark, "that"), Universal::kSconj);
  EXPECT_EQ(universal(Tag::kPreposition, Relation::kCase, "of"), Universal::kAdp);
  EXPECT_EQ(universal(Tag::kAdverb, Relation::kAdvmod, "not"), Universal::kPart);
  EXPECT_EQ(universal(Tag::kAdverb, Relation::kAdvmod, "now"), Universal::kAdv);
  EXPECT_EQ(universal(Tag::kClosingBracket, Relation::kPunct, ")"), Universal::kPunct);
}

struct Tagged {
  const char* text;
  const char* expected;
};

TEST(SyntaxTags, AreThoseOfTheTreebank) {
  for (const auto& [text, expected] : std::vector<Tagged>{
           {"The mayor said the bridge would open on Friday.",
            "The/DT mayor/NN said/VBD the/DT bridge/NN would/MD open/VB on/IN Friday/NNP ./."},
           {"\u201CWe won\u2019t leave,\u201D she told reporters.",
            "\u201C/`` We/PRP wo/MD n't/RB leave/VB ,/, \u201D/'' she/PRP told/VBD reporters/NNS ./."},
           {"\"Nobody called us,\" the farmers' union says.",
            "\"/`` Nobody/NN called/VBD us/PRP ,/, \"/'' the/DT farmers/NNS '/POS union/NN says/VBZ ./."},
           {"Who knows what they have been told?", "Who/WP knows/VBZ what/WP they/PRP have/VBP been/VBN told/VBN ?/."},
       }) {
    EXPECT_EQ(Parsed(text).tagged(), expected);
  }
}

TEST(SyntaxTags, AreTheSameWithAndWithoutTrees) {
  const std::string article = "The mayor said: \"We open on Friday.\" Nobody believed her.\n\nWork goes on.";
  const Parsed parsed(article);
  const features::Words words(parsed.tokens(), features::Lexicon());
  EXPECT_EQ(Syntax(shipped_model()).tag(parsed.tokens(), words), parsed.parse().tags);
}

struct Arc {
  const char* text;
  const char* word;
  const char* expected;
};

TEST(SyntaxTrees, SayWhoSaidWhat) {
  for (const auto& [text, word, expected] : std::vector<Arc>{
           {"The mayor said the bridge would open on Friday.", "mayor", "mayor < said nsubj"},
           {"The mayor said the bridge would open on Friday.", "said", "said < - root"},
           {"The mayor said the bridge would open on Friday.", "bridge", "bridge < open nsubj"},
           {"The mayor said the bridge would open on Friday.", "open", "open < said ccomp"},
           {"The mayor said the bridge would open on Friday.", "Friday", "Friday < open obl"},
           {"Officials warned that the dam could fail.", "that", "that < fail mark"},
           {"Officials warned that the dam could fail.", "fail", "fail < warned ccomp"},
           {"They met the woman who wrote the report.", "wrote", "wrote < woman acl:relcl"},
           {"He was told by the ministry to leave.", "He", "He < told nsubj:pass"},
           {"He was told by the ministry to leave.", "ministry", "ministry < told obl:agent"},
           {"She wants to resign because she is ill.", "resign", "resign < wants xcomp"},
           {"She wants to resign because she is ill.", "because", "because < ill mark"},
       }) {
    EXPECT_EQ(Parsed(text).arc_of(word), expected) << text;
  }
}

// Calls with each state on a random way through a sentence of words and tags that come again.
template <class Take>
void walk(unsigned seed, std::size_t size, const ParseContext& context, const Take& take) {
  std::mt19937 random(seed);
  ParseState state;
  state.start(static_cast<std::uint8_t>(size));
  take(context, state, true);
  while (!state.done()) {
    auto action = static_cast<Action>(random() % kActions);
    while (!state.allows(action)) action = static_cast<Action>(random() % kActions);
    if (action == Action::kShift) {
      state.shift();
    } else {
      state.attach(action, static_cast<Relation>(random() % kRelations));
    }
    take(context, state, action == Action::kShift);
  }
}

TEST(SyntaxActions, ScoreTheSameInPartsAsAsAWhole) {
  constexpr std::size_t kSize = 40;
  std::mt19937 random(3);
  std::vector<LexicalWord> words(kSize);
  std::vector<Tag> tags(kSize);
  for (std::size_t i = 0; i < kSize; ++i) {
    words[i] = {.word = 1 + random() % 9, .cluster = static_cast<std::uint32_t>(random() % 500)};
    tags[i] = static_cast<Tag>(random() % kTags);
  }
  ParseContext context;
  context.set(words, tags);
  FeatureList features(kActionDecision);
  std::map<std::uint64_t, std::array<float, 2>> points;
  for (unsigned seed = 0; seed < 8; ++seed) {
    walk(seed, kSize, context, [&](const ParseContext& c, const ParseState& state, bool) {
      action_features(c, state, features);
      for (const auto feature : features.all()) {
        points[feature] = {static_cast<float>(random() % 255) - 127, static_cast<float>(random() % 255) - 127};
      }
    });
  }
  const auto bytes = model::PairTable::build({points.begin(), points.end()});
  const model::PairTable weights(bytes);
  for (unsigned seed = 0; seed < 8; ++seed) {
    ActionScorer scorer(weights);
    scorer.start(context);
    walk(seed, kSize, context, [&](const ParseContext& c, const ParseState& state, bool shifted) {
      if (shifted) scorer.shifted(state);
      if (state.only_action() || state.done()) return;  // where nobody asks
      action_features(c, state, features);
      EXPECT_EQ(scorer.score(c, state), weights.sum(features.all()));
    });
  }
}

TEST(SyntaxModel, NothingGivesNothing) {
  for (const auto* text : {"", " \n\n "}) EXPECT_EQ(Parsed(text).parse().size(), 0u);
}

void expect_refused(std::span<const std::byte> bytes) {
  try {
    const Syntax model(bytes, features::Clusters(), "damaged");
    ADD_FAILURE() << "read " << bytes.size() << " bytes";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kModelCorrupt);
    EXPECT_EQ(error.where(), "damaged");
  }
}

TEST(SyntaxModel, RefusesDamage) {
  const auto tagger = model::RowTable::build({{7, std::vector<float>(kTags, 1.0F)}});
  const auto actions = model::PairTable::build({{7, {1, 2}}});
  const auto relations = model::RowTable::build({{7, std::vector<float>(kRelations, 1.0F)}});
  const auto bytes = Syntax::build(tagger, actions, relations);
  EXPECT_NO_THROW(Syntax(bytes, features::Clusters()));
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{64}, std::size_t{127}, std::size_t{128}, bytes.size() / 2}) {
    expect_refused(std::span(bytes).first(size));
  }
  for (const std::size_t part : {64u, 72u, 80u}) {  // behind the fingerprint
    for (const std::uint64_t size : {std::uint64_t{0}, std::uint64_t{1} << 40, ~std::uint64_t{0}}) {
      auto damaged = bytes;
      model::store<std::uint64_t>(damaged, part, size);
      expect_refused(damaged);
    }
  }
}

}  // namespace
}  // namespace pullquote::syntax
