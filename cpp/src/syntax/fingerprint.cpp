#include "syntax/fingerprint.h"

#include <vector>

#include "model/fingerprint.h"
#include "syntax/parser.h"
#include "syntax/tagger.h"

namespace pullquote::syntax {

namespace {

void add_tags(const TagContext& context, std::vector<Tag>& tags, model::Fingerprint& print) {
  FeatureList features(kTagDecision);
  for (std::size_t at = 0; at < context.words.size(); ++at) {
    tag_features(context, at, tags, features);
    print.add(features.all());
    tags.push_back(static_cast<Tag>((7 * at + context.words.size()) % kTags));
  }
}

// Shifts and arcs by turns, as far as they are allowed.
Action action_at(const ParseState& state, std::size_t step) {
  if (const auto only = state.only_action()) return *only;
  for (auto turn = step;; ++turn) {
    const auto action = static_cast<Action>(turn % kActions);
    if (state.allows(action)) return action;
  }
}

void add_tree(const ParseContext& context, model::Fingerprint& print) {
  FeatureList actions(kActionDecision), relations(kRelationDecision);
  ParseState state;
  state.start(context.size());
  for (std::size_t step = 0; !state.done(); ++step) {
    if (!state.only_action()) {
      action_features(context, state, actions);
      print.add(actions.all());
    }
    const auto action = action_at(state, step);
    if (action == Action::kShift) {
      state.shift();
      continue;
    }
    if (state.head(action) != state.size()) {
      relation_features(context, state, state.head(action), state.dependent(), relations);
      print.add(relations.all());
    }
    state.attach(action, static_cast<Relation>((11 * step) % kRelations));
  }
}

}  // namespace

std::uint64_t fingerprint(const features::Sample& sample) {
  model::Fingerprint print;
  const auto lexical = lexical_words(sample.tokens, sample.words, sample.clusters);
  ParseContext context;
  for (const auto& sentence : sample.tokens.sentences) {
    const auto words = std::span<const LexicalWord>(lexical).subspan(sentence.tokens.first, sentence.tokens.size());
    std::vector<Tag> tags;
    add_tags({.words = words, .capitalised = is_capitalised(sample.tokens, sentence.tokens)}, tags, print);
    context.set(words, tags);
    add_tree(context, print);
  }
  return print.value();
}

std::uint64_t fingerprint() {
  static const auto own = fingerprint(features::Sample());
  return own;
}

}  // namespace pullquote::syntax
